import { LRUCache } from 'lru-cache';
import type { SessionId, UserId } from '../../shared/model/ids';
import type { Logger } from '../../shared/logger';
import type { Clock } from '../memory/ports/clock';
import type { WordVectors } from '../memory/ranking/word-vectors';
import type { RecallReader } from '../storage/tables/recall-reader';
import { createGrowingIndex } from '../vectors/growing-index';
import { scatterSearch } from '../vectors/scatter-search';
import { codeLength } from '../vectors/vector-codes';
import type { VectorHit } from '../vectors/vector-hit';
import type { VectorIndex } from '../vectors/vector-index';
import type { SessionKey } from './session-vectors';

/** What the words of messages mean, by session; in memory only, read from the log when it is first asked for. */
export interface SessionWords {
  /** The vectors of words, read from their file once; null where they cannot be read, of which the log tells. */
  vectors(): Promise<WordVectors | null>;
  /** The messages whose words are nearest to a query's over sessions of one user, best first; keys are row numbers. */
  nearest(
    userId: UserId,
    sessions: readonly SessionId[],
    query: Float32Array,
    count: number,
  ): readonly VectorHit[];
  /** Reads a session when nobody waits. */
  readAhead(key: SessionKey): void;
  /** Notes that a message was added or changed. */
  changed(key: SessionKey, seq: number): void;
  /** Drops what is known of a session. */
  forgetSession(key: SessionKey): void;
  /** Drops what is known of a user's sessions. */
  forgetUser(userId: UserId): void;
  /** Memory that they take, roughly. */
  readonly bytes: number;
}

/** What the words are read with. */
export interface SessionWordsOptions {
  readonly load: () => Promise<WordVectors>;
  readonly recall: () => RecallReader;
  /** The depth of a session's active path. */
  readonly depthOf: (userId: UserId, sessionId: SessionId) => number;
  /** Whether the database can still be read. */
  readonly isOpen: () => boolean;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Of all sessions together; 64 MB where absent, half a million messages. */
  readonly maxBytes?: number;
  /** Messages that one question reads at most; 2,000 where absent, a twentieth of a second. */
  readonly mostAtOnce?: number;
}

/** The words of one session. */
interface OpenWords {
  readonly key: SessionKey;
  readonly index: VectorIndex;
  /** Depth down to which its messages are still to be read: the newest are read first. */
  unread: number;
  readonly changed: Set<number>;
}

const MAX_BYTES = 64 * 1024 * 1024;
const MOST_AT_ONCE = 2_000;
/** Messages read at a time; whoever asks for something comes in between. */
const AT_A_TIME = 200;
/** With more changed messages a session is read anew. */
const MOST_CHANGED = 2_000;
/** A key, a row number, a place, a step and the entry in the set of keys, roughly. */
const ROW_BYTES = 64;

/** Makes the table of sessions whose words were read. */
export function createSessionWords(options: SessionWordsOptions): SessionWords {
  return new ReadWords(options);
}

class ReadWords implements SessionWords {
  readonly #options: SessionWordsOptions;
  readonly #open: LRUCache<string, OpenWords>;
  readonly #maxBytes: number;
  #loading: Promise<WordVectors | null> | null = null;
  #vectors: WordVectors | null = null;
  /** Sessions that are read on when nobody waits, by name. */
  readonly #waiting = new Map<string, SessionKey>();
  #isReading = false;

  constructor(options: SessionWordsOptions) {
    this.#options = options;
    this.#maxBytes = options.maxBytes ?? MAX_BYTES;
    this.#open = new LRUCache({ max: 4_000, maxSize: this.#maxBytes, sizeCalculation: bytesOf });
  }

  get bytes(): number {
    return this.#open.calculatedSize;
  }

  vectors(): Promise<WordVectors | null> {
    this.#loading ??= this.#options.load().then(
      (vectors) => (this.#vectors = vectors),
      (error: unknown) => {
        this.#warn(error);
        return null;
      },
    );
    return this.#loading;
  }

  nearest(...[userId, sessions, query, count]: Parameters<SessionWords['nearest']>): readonly VectorHit[] {
    const { mostAtOnce = MOST_AT_ONCE } = this.#options;
    const indexes: VectorIndex[] = [];
    let left = mostAtOnce;
    for (const sessionId of sessions) {
      const key = { userId, sessionId };
      if (!this.#hasRoomFor(key, sessions.length)) continue;
      const words = this.#opened(key);
      this.#refresh(words);
      while (words.unread > 0 && left > 0) left -= this.#readSome(words);
      if (words.unread > 0) this.#readLater(key);
      indexes.push(words.index);
    }
    return scatterSearch(indexes, query, count);
  }

  readAhead(key: SessionKey): void {
    void this.vectors().then((vectors) => {
      if (vectors !== null && this.#hasRoomFor(key, Infinity)) this.#readLater(key);
    });
  }

  changed(key: SessionKey, seq: number): void {
    const words = this.#open.peek(nameOf(key));
    if (words === undefined) return;
    words.changed.add(seq);
    if (words.changed.size > MOST_CHANGED) this.forgetSession(key);
  }

  forgetSession(key: SessionKey): void {
    this.#open.delete(nameOf(key));
    this.#waiting.delete(nameOf(key));
  }

  forgetUser(userId: UserId): void {
    for (const { key } of [...this.#open.values()]) if (key.userId === userId) this.forgetSession(key);
  }

  /** A session that is asked for alone takes the place of others; of many, those that do not fit are left out. */
  #hasRoomFor(key: SessionKey, sessions: number): boolean {
    return sessions === 1 || this.#open.has(nameOf(key)) || this.bytes < this.#maxBytes / 2;
  }

  #opened(key: SessionKey): OpenWords {
    const known = this.#open.get(nameOf(key));
    if (known !== undefined) return known;
    const words = {
      key,
      index: createGrowingIndex(this.#dimension),
      unread: this.#options.depthOf(key.userId, key.sessionId),
      changed: new Set<number>(),
    };
    this.#open.set(nameOf(key), words);
    return words;
  }

  get #dimension(): number {
    if (this.#vectors === null) throw new Error('The word vectors were not loaded');
    return this.#vectors.dimension;
  }

  /** Reads the newest messages that were not read yet, and says how many places that were. */
  #readSome(words: OpenWords): number {
    const { userId, sessionId } = words.key;
    const through = words.unread;
    const from = Math.max(0, through - AT_A_TIME) + 1;
    const recall = this.#options.recall();
    const seqs = recall.around(userId, [[sessionId, from, through]]).map(({ seq }) => seq);
    this.#add(words, recall.textsOf(userId, seqs));
    words.unread = from - 1;
    return through - from + 1;
  }

  /** Reads anew what was changed. */
  #refresh(words: OpenWords): void {
    if (words.changed.size === 0) return;
    words.index.remove(words.changed);
    this.#add(words, this.#options.recall().liveTexts(words.key.userId, [...words.changed]));
    words.changed.clear();
  }

  #add(words: OpenWords, rows: readonly { readonly seq: number; readonly content: string }[]): void {
    words.index.add(
      rows.flatMap(({ seq, content }) => {
        const vector = this.#vectors?.of(content) ?? null;
        return vector === null ? [] : [{ key: seq, seq, start: 0, vector }];
      }),
    );
    // Of what it holds already the cache does not ask the size again.
    this.#open.delete(nameOf(words.key));
    this.#open.set(nameOf(words.key), words);
  }

  #readLater(key: SessionKey): void {
    this.#waiting.set(nameOf(key), key);
    if (this.#isReading) return;
    this.#isReading = true;
    this.#options.clock.after(0, this.#readNext);
  }

  readonly #readNext = (): void => {
    this.#isReading = false;
    const [key] = this.#waiting.values();
    if (key === undefined || !this.#options.isOpen()) return;
    this.#waiting.delete(nameOf(key));
    try {
      const words = this.#opened(key);
      this.#readSome(words);
      // What has no room of its own would be read for ever.
      if (words.unread > 0 && this.#open.has(nameOf(key))) this.#readLater(key);
    } catch (error) {
      this.#warn(error);
    }
    const [next] = this.#waiting.values();
    if (next !== undefined) this.#readLater(next);
  };

  #warn(error: unknown): void {
    if (!this.#options.isOpen()) return;
    this.#options.logger.warn('word vectors not read', {
      error: error instanceof Error ? error.message : '',
    });
  }
}

/** The user is part of the name: what was read of one user is never found for another (invariant 5). */
function nameOf({ userId, sessionId }: SessionKey): string {
  return `${userId}/${sessionId}`;
}

function bytesOf({ index }: OpenWords): number {
  return Math.max(1, index.size * (codeLength(index.dimension) + ROW_BYTES));
}
