import { createTermReader, type DocumentTerms, type TermReader } from './document-terms';

/** Remembers the terms of messages, which are most of the work of a ranking. Keep one for each user. */
export interface TermCache {
  readonly read: TermReader;
  /** Drops one message: when it is forgotten. */
  readonly drop: (seq: number) => void;
  /** Memory that the terms take, roughly. */
  readonly bytes: number;
}

/** Numbers in a block; all words of a message stand in one. */
const BLOCK = 32_768;
/** Before its words each message has: how many there are, and beside it; its length; words as written; what it asks. */
const HEAD = 5;
/** Of a message, beside its numbers: two entries of a table. Roughly. */
const MESSAGE_BYTES = 48;
/** 32 MB, and 5 MB of what is around them: 100,000 messages of thirty words. */
const DEFAULT_MAX_NUMBERS = 4_000_000;

/**
 * Creates an empty cache. Finished messages never change, so their places in the log are keys enough.
 *
 * The words lie in a few blocks of numbers, not in lists of each message: what the runtime looks through when it collects
 * garbage is objects, and these were hundreds of thousands. What was read first is dropped first, a block at a time; that it
 * was used again is not noted: a thousand are read for each query, and what is dropped is read again.
 */
export function createTermCache(maxNumbers: number = DEFAULT_MAX_NUMBERS): TermCache {
  const readTerms = createTermReader();
  const mostBlocks = Math.max(2, Math.ceil(maxNumbers / BLOCK));
  const blocks: Float64Array[] = [];
  /** Where each message begins, in the order in which they were read: those of one block stand together. */
  const places = new Map<number, number>();
  let current = -1;
  let used = BLOCK;

  /** Makes room in a block for so many numbers, and returns the place; every block before comes round again. */
  const makeRoom = (size: number): number => {
    if (used + size > BLOCK) {
      current = (current + 1) % mostBlocks;
      used = 0;
      if (blocks[current] === undefined) blocks[current] = new Float64Array(BLOCK);
      else dropBlock(current);
    }
    const place = current * BLOCK + used;
    used += size;
    return place;
  };
  const dropBlock = (block: number): void => {
    for (const [seq, place] of places) {
      if (Math.floor(place / BLOCK) !== block) return;
      places.delete(seq);
    }
  };
  const blockOf = (place: number): Float64Array => blocks[Math.floor(place / BLOCK)] as Float64Array;
  return {
    read: (document) => {
      const place = places.get(document.seq);
      if (place !== undefined) return termsAt(blockOf(place), place % BLOCK);
      const terms = readTerms(document);
      const size = HEAD + terms.numbers.length;
      if (size > BLOCK) return terms;
      const at = makeRoom(size);
      places.set(document.seq, at);
      write(blockOf(at), at % BLOCK, terms);
      return termsAt(blockOf(at), at % BLOCK);
    },
    drop: (seq) => {
      const place = places.get(seq);
      if (place === undefined) return;
      const { numbers, from, end } = termsAt(blockOf(place), place % BLOCK);
      numbers.fill(0, from - HEAD, end);
      places.delete(seq);
    },
    get bytes() {
      return blocks.length * BLOCK * Float64Array.BYTES_PER_ELEMENT + places.size * MESSAGE_BYTES;
    },
  };
}

function write(block: Float64Array, at: number, terms: DocumentTerms): void {
  const { numbers, besideFrom, length, wordCount, asks, endsAsking } = terms;
  block.set(
    [besideFrom, numbers.length - besideFrom, length, wordCount, (asks ? 1 : 0) + (endsAsking ? 2 : 0)],
    at,
  );
  block.set(numbers, at + HEAD);
}

function termsAt(block: Float64Array, at: number): DocumentTerms {
  const from = at + HEAD;
  const besideFrom = from + (block[at] as number);
  const asked = block[at + 4] as number;
  return {
    numbers: block,
    from,
    besideFrom,
    end: besideFrom + (block[at + 1] as number),
    length: block[at + 2] as number,
    wordCount: block[at + 3] as number,
    asks: asked % 2 === 1,
    endsAsking: asked >= 2,
  };
}
