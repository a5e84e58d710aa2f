import { encodingForModel } from './encoding-for-model';
import type { Encoder } from './encoder';
import { loadEncoder } from './load-encoder';
import { createTiktokenCounter } from './tiktoken-counter';
import type { EncodingName, TokenCounter } from './token-counter';
import { FIRST_FACTOR } from './token-factor';

/** Counters by model; each encoding is loaded at the first need and then kept. */
export interface TokenCounters {
  /**
   * The counter of a model. `factor` (see {@link correctedFactor}) is used only where the encoding is not the
   * model's own; 1.2 at first.
   */
  forModel(model: string, factor?: number): Promise<TokenCounter>;
}

/** Counters that share their tables; `load` is replaced in tests only. */
export function createTokenCounters(
  load: (encoding: EncodingName) => Promise<Encoder> = loadEncoder,
): TokenCounters {
  const encoders = new Map<EncodingName, Promise<Encoder>>();
  const encoderOf = (encoding: EncodingName): Promise<Encoder> => {
    const known = encoders.get(encoding);
    if (known !== undefined) return known;
    const loading = load(encoding);
    encoders.set(encoding, loading);
    // A failed load is forgotten, so that the next call tries again.
    loading.catch(() => encoders.delete(encoding));
    return loading;
  };
  return {
    async forModel(model, factor = FIRST_FACTOR) {
      const { encoding, exact } = encodingForModel(model);
      const encoder = await encoderOf(encoding);
      return createTiktokenCounter({ encoding, encoder, exact, factor: exact ? 1 : factor });
    },
  };
}
