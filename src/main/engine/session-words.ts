import type { SessionId, UserId } from '../../shared/model/ids';
import type { Logger } from '../../shared/logger';
import type { Clock } from '../memory/ports/clock';
import { MAX_CHARACTERS, type WordVectors } from '../memory/ranking/word-vectors';
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
  /** Whether anybody may still ask, and the database can be read. */
  readonly isOpen: () => boolean;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Of all sessions together; 64 MB where absent, half a million messages. */
  readonly maxBytes?: number | undefined;
  /** Messages that one question reads at most; 2,000 where absent, a twentieth of a second where they have a sentence or two each. */
  readonly mostAtOnce?: number | undefined;
}

/** The words of one session. */
interface OpenWords {
  readonly key: SessionKey;
  readonly index: VectorIndex;
  /** Depth down to which its messages are still to be read: the newest are read first. */
  unread: number;
  /** Row numbers of messages that were added or changed since. */
  readonly changed: Set<number>;
  /** Bytes that are set aside for all its messages. */
  room: number;
}

const MAX_BYTES = 64 * 1024 * 1024;
const MOST_AT_ONCE = 2_000;
/** Messages read at a time; whoever asks for something comes in between. */
const AT_A_TIME = 200;
/** With more changed messages a session is read anew, a stretch at a time. */
const MOST_CHANGED = 200;
/** A key, a row number, a place, a step and the entry in the set of keys, roughly. */
const ROW_BYTES = 64;
/** What a session takes without a message, roughly. */
const SESSION_BYTES = 2_000;

class ReadWords implements SessionWords {
  readonly #options: SessionWordsOptions;
  readonly #maxBytes: number;
  /** By name; those that were asked for last come last. */
  readonly #open = new Map<string, OpenWords>();
  #room = 0;
  #loading: Promise<WordVectors | null> | null = null;
  #vectors: WordVectors | null = null;
  /** Sessions that are read on when nobody waits, by name. */
  readonly #waiting = new Map<string, SessionKey>();
  #isReading = false;

  constructor(options: SessionWordsOptions) {
    this.#options = options;
    this.#maxBytes = options.maxBytes ?? MAX_BYTES;
  }

  get bytes(): number {
    return [...this.#open.values()].reduce((sum, { index }) => sum + index.size * this.#rowBytes, 0);
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
      const words = this.#opened({ userId, sessionId }, sessions.length === 1);
      if (words === null) continue;
      if (left > 0) left -= this.#refresh(words);
      while (words.unread > 0 && left > 0) left -= this.#readSome(words);
      if (words.unread > 0 || words.changed.size > 0) this.#readLater(words.key);
      indexes.push(words.index);
    }
    return scatterSearch(indexes, query, count);
  }

  readAhead(key: SessionKey): void {
    void this.vectors().then((vectors) => {
      if (vectors !== null) this.#readLater(key);
    });
  }

  changed(key: SessionKey, seq: number): void {
    const words = this.#open.get(nameOf(key));
    if (words === undefined) return;
    words.changed.add(seq);
    if (words.changed.size > MOST_CHANGED) this.forgetSession(key);
  }

  forgetSession(key: SessionKey): void {
    this.#room -= this.#open.get(nameOf(key))?.room ?? 0;
    this.#open.delete(nameOf(key));
    this.#waiting.delete(nameOf(key));
  }

  forgetUser(userId: UserId): void {
    for (const { key } of [...this.#open.values()]) if (key.userId === userId) this.forgetSession(key);
  }

  get #rowBytes(): number {
    return ROW_BYTES + (this.#vectors === null ? 0 : codeLength(this.#vectors.dimension));
  }

  /**
   * What is known of a session; null where there is no room for it. One that is asked for alone takes the room of those that were
   * asked for longest ago; of many, those that do not fit are left out, so that none is read in vain.
   */
  #opened(key: SessionKey, isAlone: boolean): OpenWords | null {
    const known = this.#open.get(nameOf(key));
    if (known !== undefined) {
      this.#open.delete(nameOf(key));
      this.#open.set(nameOf(key), known);
      return known;
    }
    if (this.#vectors === null) throw new Error('The word vectors were not loaded');
    const unread = this.#options.depthOf(key.userId, key.sessionId);
    const room = SESSION_BYTES + unread * this.#rowBytes;
    for (const { key: oldest } of isAlone ? [...this.#open.values()] : []) {
      if (this.#room + room <= this.#maxBytes) break;
      this.forgetSession(oldest);
    }
    if (!isAlone && this.#room + room > this.#maxBytes) return null;
    const index = createGrowingIndex(this.#vectors.dimension);
    const words = { key, index, unread, changed: new Set<number>(), room };
    this.#room += room;
    this.#open.set(nameOf(key), words);
    return words;
  }

  /** Reads the newest messages that were not read yet, and says how many places that were. */
  #readSome(words: OpenWords): number {
    const { userId, sessionId } = words.key;
    const through = words.unread;
    const from = Math.max(0, through - AT_A_TIME) + 1;
    const recall = this.#options.recall();
    const seqs = recall.around(userId, [[sessionId, from, through]]).map(({ seq }) => seq);
    this.#add(words, recall.beginnings(userId, seqs, MAX_CHARACTERS));
    words.unread = from - 1;
    return through - from + 1;
  }

  /** Reads what was added, takes out what recall may not find any more, and says how many messages that were. */
  #refresh(words: OpenWords): number {
    const changed = [...words.changed];
    if (changed.length === 0) return 0;
    words.changed.clear();
    const rows = this.#options.recall().beginnings(words.key.userId, changed, MAX_CHARACTERS);
    const live = new Set(rows.map(({ seq }) => seq));
    words.index.remove(changed.filter((seq) => !live.has(seq)));
    // The words of a message never change: one that is known stays as it is.
    this.#add(words, rows);
    return changed.length;
  }

  #add(words: OpenWords, rows: readonly { readonly seq: number; readonly content: string }[]): void {
    const added = rows.flatMap(({ seq, content }) => {
      const vector = words.index.has(seq) ? null : (this.#vectors?.of(content) ?? null);
      return vector === null ? [] : [{ key: seq, seq, start: 0, vector }];
    });
    words.index.add(added);
    const more = Math.max(0, SESSION_BYTES + words.index.size * this.#rowBytes - words.room);
    words.room += more;
    this.#room += more;
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
      const words = this.#opened(key, false);
      if (words !== null) {
        this.#refresh(words);
        if (words.unread > 0) this.#readSome(words);
        if (words.unread > 0) this.#readLater(key);
      }
    } catch (error) {
      this.#warn(error);
    }
    const [next] = this.#waiting.values();
    if (next !== undefined) this.#readLater(next);
  };

  #warn(error: unknown): void {
    const { isOpen, logger } = this.#options;
    if (isOpen())
      logger.warn('word vectors not read', { error: error instanceof Error ? error.message : '' });
  }
}

/** The user is part of the name: what was read of one user is never found for another (invariant 5). */
const nameOf = ({ userId, sessionId }: SessionKey): string => `${userId}/${sessionId}`;

/** Makes the table of sessions whose words were read. */
export function createSessionWords(options: SessionWordsOptions): SessionWords {
  return new ReadWords(options);
}
