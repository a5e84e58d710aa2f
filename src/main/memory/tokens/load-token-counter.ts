import { loadEncoder } from './load-encoder';
import { createTiktokenCounter } from './tiktoken-counter';
import type { EncodingName, TokenCounter } from './token-counter';

/** An exact counter of one encoding; loads its tables anew, so keep the result. */
export async function loadTokenCounter(encoding: EncodingName): Promise<TokenCounter> {
  return createTiktokenCounter({ encoding, encoder: await loadEncoder(encoding), exact: true, factor: 1 });
}
