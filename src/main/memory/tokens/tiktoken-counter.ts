import { characterBoundary } from './character-boundary';
import type { Encoder, TextPiece } from './encoder';
import type { EncodingName, TokenCounter } from './token-counter';

/** What a counter is made of. */
export interface TiktokenCounterParts {
  readonly encoding: EncodingName;
  readonly encoder: Encoder;
  /** False where the encoding is not the model's own. */
  readonly exact: boolean;
  /** At least a little above 0; 1 where exact. */
  readonly factor: number;
}

/** A counter over one encoding, scaled by a factor where the encoding is only an estimate. */
export function createTiktokenCounter({
  encoding,
  encoder,
  exact,
  factor,
}: TiktokenCounterParts): TokenCounter {
  const scaled = (tokens: number): number => Math.ceil(tokens * factor);
  const countUpTo = (text: string, limit: number): number => {
    let tokens = 0;
    for (const piece of encoder.pieces(text)) {
      tokens += piece.tokenEnds.length;
      if (scaled(tokens) > limit) break;
    }
    return scaled(tokens);
  };
  return {
    encoding,
    exact,
    factor,
    count: (text) => countUpTo(text, Infinity),
    countUpTo,
    truncate: (text, maxTokens) => {
      let end = endWithin(encoder.pieces(text), (tokens) => scaled(tokens) <= maxTokens);
      end = characterBoundary(text, end);
      // Cutting a text can change how its last words split ("ab" | " c"), so the beginning is counted again.
      while (end > 0 && countUpTo(text.slice(0, end), maxTokens) > maxTokens) {
        end = characterBoundary(text, end - 1);
      }
      return text.slice(0, end);
    },
  };
}

/** Where in the text, in UTF-16 units, the last token ends that still fits. */
function endWithin(pieces: Iterable<TextPiece>, fits: (tokens: number) => boolean): number {
  let tokens = 0;
  let end = 0;
  for (const piece of pieces) {
    if (!fits(tokens + piece.tokenEnds.length)) return end + lengthWithin(piece, tokens, fits);
    tokens += piece.tokenEnds.length;
    end += piece.text.length;
  }
  return end;
}

function lengthWithin(piece: TextPiece, tokensBefore: number, fits: (tokens: number) => boolean): number {
  let bytes = 0;
  piece.tokenEnds.forEach((tokenEnd, index) => {
    if (fits(tokensBefore + index + 1)) bytes = tokenEnd;
  });
  let units = 0;
  for (const character of piece.text) {
    bytes -= Buffer.byteLength(character, 'utf8');
    if (bytes < 0) break;
    units += character.length;
  }
  return units;
}
