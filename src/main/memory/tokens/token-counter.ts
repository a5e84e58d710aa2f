/**
 * Counts text as one model would.
 *
 * All counts are whole tokens of the model, that is tokens of `encoding` times `factor`, rounded up.
 */
export interface TokenCounter {
  /** Name of the encoding whose tables are used. */
  readonly encoding: EncodingName;
  /** True where `encoding` is the model's own; the interface says *estimated* otherwise. */
  readonly exact: boolean;
  /** What a token of the encoding counts for; 1 where exact. */
  readonly factor: number;
  /** Tokens of the whole text. */
  count(text: string): number;
  /** Tokens of the text if at most `limit`; otherwise some number above `limit`, found without reading on. */
  countUpTo(text: string, limit: number): number;
  /** The longest beginning of `text` (to within one character) that counts at most `maxTokens`; no character is split. */
  truncate(text: string, maxTokens: number): string;
}

/** The encodings Engram ships tables for. */
export type EncodingName = 'o200k_base' | 'cl100k_base';
