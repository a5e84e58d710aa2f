import { setImmediate } from 'node:timers/promises';
import type { SessionId, UserId } from '../../shared/model/ids';
import type { ContextSettings } from '../memory/ports/recall';
import type { EngineParts, SessionWarmer } from './engine-parts';
import { createFoundTexts } from './operations/found-texts';
import { toDocument } from './operations/to-document';
import { rehearseRecall } from './rehearse-recall';
import { maxVectorBytes, type SessionKey } from './session-vectors';

/** How long after a session was opened, in milliseconds: its page is painted first. */
const AFTER_MS = 150;
/** Messages read at a time, some 3 ms; whoever asks for something comes in between. */
const AT_A_TIME = 200;
/** Questions asked of the first long chat, so that the code of recall is compiled before the first real one. */
const REHEARSALS = 6;
/** Messages read of one session at most, the newest; of all chats together. */
const MOST = 20_000;
const MOST_OF_ALL = 100_000;

/** One session, or with null all of a user's. */
interface WhatIsRead {
  readonly userId: UserId;
  readonly sessionId: SessionId | null;
}

const nameOf = ({ userId, sessionId }: WhatIsRead): string => `${userId}/${sessionId ?? ''}`;

/**
 * Opens the vector index of a session that is looked at, then reads the terms of its messages, the newest first. In a chat
 * of 10,000 that is 150 ms of the first questions. In the first long chat it also rehearses recall. Where a session recalls
 * across all chats, these follow, the last used first: with 100,000 messages the first question would wait a second
 * for them.
 */
class ReadAhead implements SessionWarmer {
  readonly #parts: () => EngineParts;
  readonly #begun = new Set<string>();
  #hasRehearsed = false;

  constructor(parts: () => EngineParts) {
    this.#parts = parts;
  }

  begin(...[session, settings]: Parameters<SessionWarmer['begin']>): void {
    const { userId, id: sessionId, recallScope } = session;
    const place = { userId, sessionId };
    const isNew = this.#begins(place);
    const withOthers = recallScope === 'user' && this.#begins({ userId, sessionId: null });
    if (!isNew && !withOthers) return;
    this.#afterwards(AFTER_MS, () => {
      this.#readSession(place, isNew ? MOST : 0, () => {
        if (!this.#hasRehearsed) this.#rehearse({ ...place, settings }, REHEARSALS);
        if (withOthers) this.#readAll(userId, this.#parts().tables.recall.sessionsOf(userId), MOST_OF_ALL);
      });
    });
  }

  async openAll(userId: UserId, model: string, dimension: number): Promise<void> {
    const { database, memories, tables } = this.#parts();
    for (const sessionId of tables.recall.sessionsOf(userId)) {
      if (!database.open || memories.vectors.bytes > maxVectorBytes / 2) return;
      if (!memories.vectors.open({ userId, sessionId }, model, dimension)) continue;
      await setImmediate();
    }
  }

  released({ userId, sessionId }: SessionKey): void {
    this.#begun.delete(nameOf({ userId, sessionId }));
    this.#begun.delete(nameOf({ userId, sessionId: null }));
  }

  /** Whether a session, or with null all of a user's, had not begun before. */
  #begins(what: WhatIsRead): boolean {
    const name = nameOf(what);
    if (this.#begun.has(name)) return false;
    this.#begun.add(name);
    return true;
  }

  /** Does a step on the clock, where nobody catches what it throws. */
  #afterwards(delayMs: number, step: () => void): void {
    const { clock, database } = this.#parts();
    clock.after(delayMs, () => {
      if (!database.open) return;
      try {
        step();
      } catch (error) {
        this.#warn(error);
      }
    });
  }

  /** The first question reads then what was not, and tells what is wrong. */
  readonly #warn = (error: unknown): void => {
    const { database, logger } = this.#parts();
    // A rehearsal may end after the program did.
    if (!database.open) return;
    logger.warn('nothing was read ahead', { error: error instanceof Error ? error.message : '' });
  };

  #readSession(place: SessionKey, most: number, done: () => void): void {
    const { tables, memories } = this.#parts();
    const { userId, sessionId } = place;
    const newest = tables.vectors.newestOf(userId, sessionId);
    if (newest === null) memories.words.readAhead(place);
    else memories.vectors.open(place, newest.model, newest.dimension);
    this.#readTerms(place, tables.reader.depthOf(userId, sessionId), Math.min(most, MOST), done);
  }

  #readTerms(place: SessionKey, through: number, left: number, done: () => void): void {
    if (through <= 0 || left <= 0) {
      done();
      return;
    }
    const { tables, memories } = this.#parts();
    const { userId, sessionId } = place;
    const read = memories.termsOf(userId);
    const rows = tables.recall.around(userId, [[sessionId, through - AT_A_TIME + 1, through]]);
    const texts = createFoundTexts(tables.recall, userId, rows);
    texts.read(rows);
    for (const row of rows) read(toDocument(row, texts));
    this.#afterwards(0, () => {
      this.#readTerms(place, through - AT_A_TIME, left - AT_A_TIME, done);
    });
  }

  #rehearse(about: SessionKey & { readonly settings: ContextSettings }, left: number): void {
    const asked = left === 0 ? null : rehearseRecall(this.#parts(), about, left);
    if (asked === null) return;
    this.#hasRehearsed = true;
    const next = (): void => {
      this.#afterwards(0, () => {
        this.#rehearse(about, left - 1);
      });
    };
    asked.then(next, this.#warn);
  }

  /** Reads one session after the other, as far as there is room for their vectors without closing what is open. */
  #readAll(userId: UserId, sessions: readonly SessionId[], left: number): void {
    const [sessionId, ...rest] = sessions;
    const { memories, tables } = this.#parts();
    if (sessionId === undefined || left <= 0 || memories.vectors.bytes > maxVectorBytes / 2) return;
    const place = { userId, sessionId };
    const next = (): void => {
      this.#afterwards(0, () => {
        this.#readAll(userId, rest, left - tables.reader.depthOf(userId, sessionId));
      });
    };
    if (this.#begins(place)) this.#readSession(place, left, next);
    else next();
  }
}

/** Makes the {@link SessionWarmer}. */
export function createSessionWarmer(parts: () => EngineParts): SessionWarmer {
  return new ReadAhead(parts);
}
