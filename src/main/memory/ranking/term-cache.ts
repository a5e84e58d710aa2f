import { LRUCache } from 'lru-cache';
import type { MessageId } from '../../../shared/model/ids';
import { createTermReader, type DocumentTerms, type TermReader } from './document-terms';

/** Remembers the terms of messages, which are most of the work of a ranking. Keep one for each user. */
export interface TermCache {
  readonly read: TermReader;
  /** Drops one message: when it is forgotten. */
  readonly drop: (id: MessageId) => void;
  readonly clear: () => void;
  /** Memory that the terms take, roughly. */
  readonly bytes: number;
}

/** The number of a term in a list. */
const TERM_BYTES = 8;
/** Lists and objects around those of a message, roughly. */
const MESSAGE_BYTES = 300;
/** About 40 MB with what is around them: 100,000 messages of ordinary length. */
const DEFAULT_MAX_TERMS = 2_500_000;

/** Creates an empty cache. Finished messages never change, so their ids are keys enough. */
export function createTermCache(maxTerms: number = DEFAULT_MAX_TERMS): TermCache {
  const readTerms = createTermReader();
  const known = new LRUCache<MessageId, DocumentTerms>({
    maxSize: maxTerms,
    sizeCalculation: (entry) => entry.terms.length + entry.others.length + 1,
  });
  return {
    read: (document) => {
      // Without noting that it was used: a thousand are read for each query, and what is dropped is read again.
      const cached = known.peek(document.id);
      if (cached !== undefined) return cached;
      const terms = readTerms(document);
      known.set(document.id, terms);
      return terms;
    },
    drop: (id) => {
      known.delete(id);
    },
    clear: () => {
      known.clear();
    },
    get bytes() {
      return known.calculatedSize * TERM_BYTES + known.size * MESSAGE_BYTES;
    },
  };
}
