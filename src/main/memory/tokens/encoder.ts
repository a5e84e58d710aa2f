import { mergedTokenEnds } from './byte-pair-merge';
import { toByteString } from './byte-string';
import type { EncodingTables, RankTable } from './rank-table';
import { textBlocks } from './text-blocks';

/** One part of a text whose tokens do not depend on the rest. */
export interface TextPiece {
  /** A word, a number or the like; at most 65,536 UTF-16 units where nothing breaks a run. */
  readonly text: string;
  /** Where each of its tokens ends, in UTF-8 bytes of the piece, rising. */
  readonly tokenEnds: readonly number[];
}

/** Turns text into the tokens of one encoding, lazily. */
export interface Encoder {
  /**
   * The text's pieces in order; together they are the text. Special tokens such as `<|endoftext|>` are ordinary
   * text here, as in a message they are.
   */
  pieces(text: string): Generator<TextPiece, void, undefined>;
}

/** An encoder over a loaded table. */
export function createEncoder(tables: Pick<EncodingTables, 'pat_str'>, ranks: RankTable): Encoder {
  const pattern = new RegExp(tables.pat_str, 'gu');
  return {
    *pieces(text) {
      for (const block of textBlocks(text)) {
        for (const match of block.matchAll(pattern)) {
          yield { text: match[0], tokenEnds: mergedTokenEnds(toByteString(match[0]), ranks) };
        }
      }
    },
  };
}
