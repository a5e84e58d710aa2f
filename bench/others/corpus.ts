import { createRandom, question, randomVector, syntheticSessions } from '../synthetic-chats';
import type { Asked, Item } from './system';

const dimension = 512;

/** The vector of a text: made up, of unit length, the same for the same text. */
export function vectorOf(text: string): Float32Array {
  // FNV-1a, to make a seed of a text.
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  }
  return randomVector(createRandom(hash), dimension);
}

/** The messages of the fixed corpus (seed 1), with vectors. */
export function itemsOf(count: number): readonly Item[] {
  return syntheticSessions(count, Math.ceil(count / 200), 1)
    .flatMap(({ messages }) => messages)
    .map(({ content, createdAt }, index) => ({
      id: String(index),
      text: content,
      vector: vectorOf(content),
      createdAt,
    }));
}

/** Questions with the words of the corpus, and messages to add, different ones for each seed. */
export function questionsOf(count: number, seed: number): readonly Asked[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => question(random)).map((text) => ({
    text,
    vector: vectorOf(text),
  }));
}
