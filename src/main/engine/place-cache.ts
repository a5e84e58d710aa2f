import { LRUCache } from 'lru-cache';
import type { ChunkPlace } from '../storage/tables/vector-table';

/** Remembers where chunks are cut from, so that a search by meaning reads no row for each of its hits. */
export interface PlaceCache {
  /** The places of chunks that are still there; `read` gives those that are not known. */
  readonly find: (
    chunkIds: readonly number[],
    read: (missing: readonly number[]) => readonly ChunkPlace[],
  ) => ReadonlyMap<number, ChunkPlace>;
  readonly clear: () => void;
  /** Memory the places take, roughly. */
  readonly bytes: number;
}

/** An entry with its place in the list, roughly. */
const placeBytes = 150;
const maxPlaces = 200_000;

/** Creates an empty cache. A chunk never changes and its id is never used again, so that only deletions matter. */
export function createPlaceCache(max: number = maxPlaces): PlaceCache {
  const known = new LRUCache<number, ChunkPlace>({ max });
  return {
    find: (chunkIds, read) => {
      const found = new Map<number, ChunkPlace>();
      const missing: number[] = [];
      for (const id of chunkIds) {
        const place = known.get(id);
        if (place === undefined) missing.push(id);
        else found.set(id, place);
      }
      if (missing.length === 0) return found;
      for (const place of read(missing)) {
        known.set(place.id, place);
        found.set(place.id, place);
      }
      return found;
    },
    clear: () => {
      known.clear();
    },
    get bytes() {
      return known.size * placeBytes;
    },
  };
}
