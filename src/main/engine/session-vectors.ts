import { readdir, rm } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { SessionId, UserId } from '../../shared/model/ids';
import type { Logger } from '../../shared/logger';
import type { VectorTable } from '../storage/tables/vector-table';
import { scatterSearch } from '../vectors/scatter-search';
import { openSessionIndex, type SessionVectorIndex } from '../vectors/session-index';
import type { KeyedVector } from '../vectors/vector-index';
import type { VectorHit } from '../vectors/vector-hit';

/** Whose vectors, of which session. */
export interface SessionKey {
  readonly userId: UserId;
  readonly sessionId: SessionId;
}

/** The vector indexes of sessions, opened on demand and kept while they are in use. */
export interface SessionVectors {
  /** The nearest chunks to a query over sessions of one user, best first. */
  search(
    userId: UserId,
    sessions: readonly SessionId[],
    query: { readonly model: string; readonly values: Float32Array },
    count: number,
  ): readonly VectorHit[];
  /** Opens a session's index ahead of the first search; false where it is open. */
  open(key: SessionKey, model: string, dimension: number): boolean;
  /** Takes vectors that were just stored into the session's index, if it is open. */
  add(key: SessionKey, model: string, rows: readonly KeyedVector[]): void;
  /** Writes the session's cache file if it is far behind; what it lacks until then is written when the index is closed. */
  save(key: SessionKey, model: string): Promise<void>;
  /** Writes every cache file that is behind. */
  saveAll(): Promise<void>;
  /** Writes a session's cache files if they are behind, and closes its indexes. */
  release(key: SessionKey): void;
  /** The same for every session of a user but some. */
  releaseOthers(userId: UserId, kept: ReadonlySet<SessionId>): void;
  /** Closes a session's indexes unsaved: what they hold is no longer so. */
  discard(key: SessionKey): void;
  /** What is open of a session. */
  sizeOf(key: SessionKey): { readonly vectors: number; readonly bytes: number };
  /** Memory that all open indexes take, roughly. */
  readonly bytes: number;
  /** Closes whatever is open of a user, and sees to it that no write of it is still under way. */
  forgetUser(userId: UserId): Promise<void>;
  /** Closes a session's indexes and deletes their cache files; what is left in storage is read anew when asked for. */
  forgetSession(key: SessionKey): Promise<void>;
}

/** Told of each index that is no longer in memory. */
export type OnClosed = (key: SessionKey) => void;

/** What the indexes are opened with. */
export interface SessionVectorsOptions {
  readonly vectors: VectorTable;
  /** The cache file of a session; null where nothing may be left on disk. */
  readonly fileOf: (key: SessionKey, model: string) => string | null;
  readonly logger: Logger;
  /** Whether cache files are read and never written; false where absent. */
  readonly readOnly?: boolean;
  readonly onClosed?: OnClosed;
  /** Of all open indexes together; {@link maxVectorBytes} where absent. */
  readonly maxBytes?: number;
}

interface OpenIndex {
  readonly key: SessionKey;
  readonly model: string;
  readonly index: SessionVectorIndex;
}

const maxOpen = 4_000;
/** Of all open indexes together: an eighth of the machine's memory, half a gigabyte at least. */
export const maxVectorBytes = Math.max(512 * 1024 * 1024, Math.floor(totalmem() / 8));

/** Makes the table of open indexes: at most {@link maxVectorBytes} or 4,000 sessions, the least recently used are closed first. */
export function createSessionVectors(options: SessionVectorsOptions): SessionVectors {
  const { vectors, fileOf } = options;
  const saving = (open: OpenIndex): Promise<void> => saveIndex(options, open);
  const open = createOpenIndexes(saving, options);
  // The user is part of the name: what one user opened is never found for another (invariant 5).
  const nameOf = (key: SessionKey, model: string): string => `${key.userId}/${key.sessionId}/${model}`;

  const closing = createClosing(open, saving);
  const opened = (key: SessionKey, model: string, dimension: number): OpenIndex => {
    const name = nameOf(key, model);
    const known = open.get(name);
    if (known?.index.dimension === dimension) return known;
    const index = openSessionIndex({
      file: fileOf(key, model),
      dimension,
      model,
      stamp: vectors.stamp(key.userId, key.sessionId, model),
      readVectors: () => vectors.ofSession(key.userId, key.sessionId, model, dimension),
    });
    const entry = { key, model, index };
    open.set(name, entry);
    return entry;
  };

  return {
    search: (userId, sessions, { model, values }, count) => {
      const keys = sessions.map((sessionId) => ({ userId, sessionId }));
      const isOpen = (key: SessionKey): boolean => open.has(nameOf(key, model));
      const openOne = (key: SessionKey): SessionVectorIndex => opened(key, model, values.length).index;
      return scatterSearch(openOnesFirst(keys, isOpen, openOne), values, count);
    },
    open: (key, model, dimension) => {
      const known = open.peek(nameOf(key, model));
      return opened(key, model, dimension) !== known;
    },
    add: (key, model, rows) => {
      const name = nameOf(key, model);
      const entry = open.peek(name);
      if (entry === undefined) return;
      entry.index.add(rows);
      // Set as another object, so that the cache asks for its size again.
      open.set(name, { ...entry });
    },
    save: async (key, model) => {
      const entry = open.peek(nameOf(key, model));
      if (entry?.index.isFarBehind === true) await saving(entry);
    },
    saveAll: async () => {
      await Promise.all([...open.values()].map(saving));
    },
    ...closing,
    forgetSession: (key) => forgetSession(open, key, fileOf(key, 'any')),
    get bytes() {
      return open.calculatedSize;
    },
  };
}

/**
 * Opens each when it is asked for, those that are open first: where not all fit, in any other order each would be thrown out just
 * before it is asked for again.
 */
function* openOnesFirst<Key, Index>(
  keys: readonly Key[],
  isOpen: (key: Key) => boolean,
  openOne: (key: Key) => Index,
): Generator<Index> {
  const others: Key[] = [];
  for (const key of keys) {
    if (isOpen(key)) yield openOne(key);
    else others.push(key);
  }
  for (const key of others) yield openOne(key);
}

/** The open indexes by name; one that is closed for lack of room is saved first. */
function createOpenIndexes(
  saving: (open: OpenIndex) => Promise<void>,
  { onClosed = () => undefined, maxBytes = maxVectorBytes }: SessionVectorsOptions,
): LRUCache<string, OpenIndex> {
  return new LRUCache<string, OpenIndex>({
    max: maxOpen,
    maxSize: maxBytes,
    sizeCalculation: ({ index }) => Math.max(1, index.bytes),
    dispose: (entry, _name, reason) => {
      if (reason === 'evict') void saving(entry);
      if (reason !== 'set') onClosed(entry.key);
    },
  });
}

type Closing = Pick<SessionVectors, 'release' | 'releaseOthers' | 'discard' | 'sizeOf' | 'forgetUser'>;

/** What becomes of the indexes of one session, or of one user. */
function createClosing(
  open: LRUCache<string, OpenIndex>,
  saving: (entry: OpenIndex) => Promise<void>,
): Closing {
  const openOf = ({ userId, sessionId }: SessionKey): readonly (readonly [string, OpenIndex])[] =>
    [...open.entries()].filter(([name]) => name.startsWith(`${userId}/${sessionId}/`));
  return {
    release: (key) => {
      for (const [name, entry] of openOf(key)) {
        open.delete(name);
        void saving(entry);
      }
    },
    releaseOthers: (userId, kept) => {
      for (const [name, entry] of [...open.entries()]) {
        if (entry.key.userId !== userId || kept.has(entry.key.sessionId)) continue;
        open.delete(name);
        void saving(entry);
      }
    },
    discard: (key) => {
      for (const [name, { index }] of openOf(key)) {
        open.delete(name);
        // Its file holds the same, and no write of it may come after those of its successor.
        index.deleteFile().catch(() => undefined);
      }
    },
    sizeOf: (key) => {
      const indexes = openOf(key).map(([, { index }]) => index);
      return {
        vectors: indexes.reduce((sum, { size }) => sum + size, 0),
        bytes: indexes.reduce((sum, { bytes }) => sum + bytes, 0),
      };
    },
    forgetUser: async (userId) => {
      const theirs = [...open.entries()].filter(([, { key }]) => key.userId === userId);
      for (const [name] of theirs) open.delete(name);
      await Promise.all(theirs.map(([, { index }]) => index.deleteFile()));
    },
  };
}

async function forgetSession(
  open: LRUCache<string, OpenIndex>,
  { userId, sessionId }: SessionKey,
  file: string | null,
): Promise<void> {
  const theirs = [...open.entries()].filter(([name]) => name.startsWith(`${userId}/${sessionId}/`));
  // Out of memory before off the disk: an index that is saved later would bring its file back.
  for (const [name] of theirs) open.delete(name);
  await Promise.all(theirs.map(([, { index }]) => index.deleteFile()));
  if (file !== null) await deleteFiles(dirname(file), sessionId);
}

/** Deletes whatever belongs to a session, files of other models and half-written ones too. */
async function deleteFiles(folder: string, sessionId: SessionId): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const theirs = names.filter((name) => name.startsWith(`${sessionId}.`));
  await Promise.all(theirs.map((name) => rm(join(folder, name), { force: true })));
}

/** A cache file that cannot be written costs time at the next start, nothing else. */
async function saveIndex(
  { vectors, logger, readOnly }: SessionVectorsOptions,
  { key, model, index }: OpenIndex,
): Promise<void> {
  if (readOnly === true || !index.isDirty) return;
  try {
    await index.save(vectors.stamp(key.userId, key.sessionId, model));
  } catch (error) {
    logger.warn('vector cache not written', { error: error instanceof Error ? error.message : '' });
  }
}
