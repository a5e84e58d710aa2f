import { encodingForModel } from './encoding-for-model';
import type { Encoder } from './encoder';
import { loadEncoder } from './load-encoder';
import { createTiktokenCounter } from './tiktoken-counter';
import type { EncodingName, TokenCounter } from './token-counter';
import { correctedFactor, FIRST_FACTOR, isFactor, type ReportedUsage } from './token-factor';

/** Counters by model; each encoding is loaded at the first need and then kept. */
export interface TokenCounters {
  /**
   * The counter of a model, under the factor known for it. Another `factor` may be named; either is used only where
   * the encoding is not the model's own.
   */
  forModel(model: string, factor?: number): Promise<TokenCounter>;
  /** What a token counts for in a model: 1 where the encoding is its own, 1.2 until usage was reported. */
  factorOf(model: string): number;
  /** Corrects a model's factor by what the server reported (see {@link correctedFactor}); returns the new one. */
  reportUsage(model: string, usage: ReportedUsage): number;
  /** Takes a factor that was learned before; one that cannot be is ignored. */
  restoreFactor(model: string, factor: number): void;
}

/** Counters that share their tables; `load` is replaced in tests only. */
export function createTokenCounters(
  load: (encoding: EncodingName) => Promise<Encoder> = loadEncoder,
): TokenCounters {
  const encoders = new Map<EncodingName, Promise<Encoder>>();
  const factors = new Map<string, number>();
  const encoderOf = (encoding: EncodingName): Promise<Encoder> => {
    const known = encoders.get(encoding);
    if (known !== undefined) return known;
    const loading = load(encoding);
    encoders.set(encoding, loading);
    // A failed load is forgotten, so that the next call tries again.
    loading.catch(() => encoders.delete(encoding));
    return loading;
  };
  const factorOf = (model: string): number =>
    encodingForModel(model).exact ? 1 : (factors.get(model) ?? FIRST_FACTOR);
  return {
    async forModel(model, factor) {
      const { encoding, exact } = encodingForModel(model);
      const encoder = await encoderOf(encoding);
      // Read after the load: a report may have come meanwhile.
      return createTiktokenCounter({
        encoding,
        encoder,
        exact,
        factor: exact ? 1 : (factor ?? factorOf(model)),
      });
    },
    factorOf,
    reportUsage(model, usage) {
      const before = factorOf(model);
      const after = encodingForModel(model).exact ? before : correctedFactor(before, usage);
      if (after !== before) factors.set(model, after);
      return after;
    },
    restoreFactor(model, factor) {
      if (isFactor(factor)) factors.set(model, factor);
    },
  };
}
