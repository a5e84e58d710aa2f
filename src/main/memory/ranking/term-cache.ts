import { LRUCache } from 'lru-cache';
import type { MessageId } from '../../../shared/model/ids';
import { createTermReader, type DocumentTerms } from './document-terms';
import type { RankDocument } from './rank-document';

/** Remembers the terms of messages, which are most of the work of a ranking. Keep one for each user. */
export interface TermCache {
  readonly read: (document: RankDocument) => DocumentTerms;
  /** Drops one message: when it is forgotten. */
  readonly drop: (id: MessageId) => void;
  readonly clear: () => void;
  /** Memory that the terms take, roughly. */
  readonly bytes: number;
}

/** A term with its place in the list, roughly. */
const TERM_BYTES = 16;
/** About 10 MB. */
const DEFAULT_MAX_TERMS = 600_000;

/** Creates an empty cache. Finished messages never change, so their ids are keys enough. */
export function createTermCache(maxTerms: number = DEFAULT_MAX_TERMS): TermCache {
  const readTerms = createTermReader();
  const known = new LRUCache<MessageId, DocumentTerms>({
    maxSize: maxTerms,
    sizeCalculation: (entry) => entry.terms.length + entry.parts.length + 1,
  });
  return {
    read: (document) => {
      const cached = known.get(document.id);
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
      return known.calculatedSize * TERM_BYTES;
    },
  };
}
