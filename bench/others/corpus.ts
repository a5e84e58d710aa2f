import { createRandom, question, randomVector, syntheticSessions } from '../synthetic-chats';
import type { Asked, Item, VectorOf } from './system';

const dimension = 512;

/** The vector of a text: made up, of unit length, the same for the same text. */
function vectorOf(text: string): Float32Array {
  // FNV-1a, to make a seed of a text.
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  }
  return randomVector(createRandom(hash), dimension);
}

/** The messages of the fixed corpus (seed 1) in parts of `size`, with vectors; those of a part are made when it is asked for. */
export function* itemsInParts(count: number, size: number): Generator<readonly Item[], void, undefined> {
  const messages = syntheticSessions(count, Math.ceil(count / 200), 1).flatMap((session) => session.messages);
  for (let start = 0; start < messages.length; start += size) {
    yield messages.slice(start, start + size).map(({ content, createdAt }, index) => ({
      id: String(start + index),
      text: content,
      vector: vectorOf(content),
      createdAt,
    }));
  }
}

/** Questions with the words of the corpus, and messages to add, different ones for each seed. */
export function questionsOf(count: number, seed: number): readonly Asked[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => question(random)).map((text) => ({
    text,
    vector: vectorOf(text),
  }));
}

/** Gives those vectors that are made already: making test data is not what is measured. Others are made when asked for. */
export function vectorsGiven(known: readonly Asked[]): VectorOf {
  const vectors = new Map(known.map(({ text, vector }) => [text, vector]));
  return (text) => vectors.get(text) ?? vectorOf(text);
}
