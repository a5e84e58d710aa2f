import wordVectors from '../resources/word-vectors.json' with { type: 'json' };
import type { ImportedSession } from '../src/main/memory/ports/conversation-import';

/** A small generator of numbers in [0, 1), the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const vocabularySize = 20_000;
const commonWords = 100;
/** English words, common ones first: those whose meaning the program knows. */
const vocabulary = wordVectors.words.split(' ').slice(0, vocabularySize);

function wordOf(index: number): string {
  return vocabulary[index] ?? '';
}

/** A question as a person asks it: four words that say something, none of the hundred commonest. */
export function question(random: () => number): string {
  const pick = (): string => wordOf(Math.floor(commonWords * (vocabularySize / commonWords) ** random()) - 1);
  return `${Array.from({ length: 4 }, pick).join(' ')}?`;
}

/** A sentence whose words are as unevenly frequent as those of a language (Zipf). */
export function sentence(random: () => number, words: number): string {
  const picked = Array.from({ length: words }, () => wordOf(Math.floor(vocabularySize ** random()) - 1));
  return `${picked.join(' ')}.`;
}

/** Chats of `perSession` messages each, `total` messages in all, spread over two years. */
export function syntheticSessions(
  total: number,
  perSession: number,
  seed: number,
): readonly ImportedSession[] {
  const random = createRandom(seed);
  const start = new Date(2024, 0, 1).getTime();
  const step = (2 * 365 * 86_400_000) / total;
  return Array.from({ length: Math.ceil(total / perSession) }, (_, number) => ({
    key: `synthetic:${String(seed)}:${String(number)}`,
    title: `Synthetic ${String(number + 1)}`,
    messages: Array.from({ length: Math.min(perSession, total - number * perSession) }, (_unused, place) => ({
      role: place % 2 === 0 ? ('user' as const) : ('assistant' as const),
      author: null,
      content: sentence(random, 8 + Math.floor(random() * 30)),
      createdAt: Math.floor(start + (number * perSession + place) * step),
    })),
  }));
}

/** A unit vector of random direction. */
export function randomVector(random: () => number, dimension: number): Float32Array {
  const vector = Float32Array.from({ length: dimension }, () => random() - 0.5);
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / norm);
}
