import { approximateCounter } from './approximate-counter';
import { endOfPart } from './end-of-part';
import type { TokenCounter } from './token-counter';

/** Longest chunk, prefix included. */
const MAX_CHUNK_TOKENS = 256;

/** A part of a message as it is embedded. */
export interface TextChunk {
  /** First unit of the part in the message's text (UTF-16). */
  readonly start: number;
  /** One past the last. */
  readonly end: number;
  /** The author's prefix and the part, trimmed. */
  readonly text: string;
}

/** How a text is cut. */
export interface ChunkOptions {
  /** Role or author, set before each chunk as `Author: `. */
  readonly author: string;
  readonly maxTokens?: number | undefined;
  /** Counts roughly unless given: a quarter token a Latin letter, one a character elsewhere. */
  readonly counter?: Pick<TokenCounter, 'count' | 'truncate'> | undefined;
}

/**
 * Cuts a text into chunks of at most 256 tokens, all of similar size, at ends of sentences or else at spaces or else
 * between characters.
 *
 * The parts follow each other without gap; a blank text has no chunks.
 */
export function chunkText(text: string, options: ChunkOptions): readonly TextChunk[] {
  if (text.trim() === '') return [];
  const { maxTokens = MAX_CHUNK_TOKENS, counter = approximateCounter } = options;
  const prefix = counter.truncate(`${options.author}: `, Math.floor(maxTokens / 4));
  const room = maxTokens - counter.count(prefix) - 1;
  const tokens = counter.count(text);
  // Equal shares, so that no chunk of a few words is left at the end; a tenth more lets a sentence end in peace.
  const share = tokens <= room ? room : Math.min(room, Math.ceil((tokens / Math.ceil(tokens / room)) * 1.1));
  const chunks: TextChunk[] = [];
  for (let start = 0; start < text.length;) {
    const end = endOfPart(text, start, counter.truncate(text.slice(start), share).length);
    const part = text.slice(start, end).trim();
    if (part !== '') chunks.push({ start, end, text: prefix + part });
    start = end;
  }
  return chunks;
}
