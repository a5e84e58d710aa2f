import type { Encoder } from '../../src/main/memory/tokens/encoder';
import { createTokenCounters, type TokenCounters } from '../../src/main/memory/tokens/token-counters';

/** Four characters a token: loading the real tables takes longer than the process lives. */
const encoder: Encoder = {
  *pieces(text) {
    for (let start = 0; start < text.length; start += 4) {
      const piece = text.slice(start, start + 4);
      yield { text: piece, tokenEnds: [Buffer.byteLength(piece)] };
    }
  },
};

/** The real counters over a table that costs nothing to load. */
export function createQuickCounters(): TokenCounters {
  return createTokenCounters(() => Promise.resolve(encoder));
}
