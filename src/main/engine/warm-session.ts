import type { SessionId, UserId } from '../../shared/model/ids';
import type { EngineParts, SessionWarmer } from './engine-parts';
import { toDocument } from './operations/to-document';
import { rehearseRecall } from './rehearse-recall';

/** How long after a session was opened, in milliseconds: its page is painted first. */
const AFTER_MS = 150;
/** Messages read at a time, some 3 ms; whoever asks for something comes in between. */
const AT_A_TIME = 200;
/** Questions asked of the first long chat, so that the code of recall is compiled before the first real one. */
const REHEARSALS = 6;
/** Messages read of one session at most, the newest. */
const MOST = 20_000;

/**
 * Makes the {@link SessionWarmer}: it opens the vector index of a session that is looked at, then reads the terms of its
 * messages, the newest first. In a chat of 10,000 that is 150 ms of the first questions. In the first long chat it also
 * rehearses recall.
 */
export function createSessionWarmer(parts: () => EngineParts): SessionWarmer {
  const begun = new Set<string>();
  let hasRehearsed = false;
  const openIndex = (userId: UserId, sessionId: SessionId): void => {
    const { tables, memories } = parts();
    const newest = tables.vectors.newestOf(userId, sessionId);
    if (newest !== null) memories.vectors.open({ userId, sessionId }, newest.model, newest.dimension);
  };
  /** Does a step on the clock, where nobody catches what it throws. */
  const afterwards = (delayMs: number, step: () => void): void => {
    const { clock, database, logger } = parts();
    clock.after(delayMs, () => {
      if (!database.open) return;
      try {
        step();
      } catch (error) {
        // The first question reads it then, and tells what is wrong.
        logger.warn('nothing was read ahead', { error: error instanceof Error ? error.message : '' });
      }
    });
  };
  const readTerms = (userId: UserId, sessionId: SessionId, through: number, left: number): void => {
    const { tables, memories } = parts();
    if (through <= 0 || left <= 0) {
      if (!hasRehearsed) rehearse(userId, sessionId, REHEARSALS);
      return;
    }
    const read = memories.termsOf(userId);
    const rows = tables.recall.around(userId, [[sessionId, through - AT_A_TIME + 1, through]]);
    for (const row of rows) read(toDocument(row));
    afterwards(0, () => readTerms(userId, sessionId, through - AT_A_TIME, left - AT_A_TIME));
  };
  const rehearse = (userId: UserId, sessionId: SessionId, left: number): void => {
    if (left === 0 || !rehearseRecall(parts(), { userId, sessionId }, left)) return;
    hasRehearsed = true;
    afterwards(0, () => rehearse(userId, sessionId, left - 1));
  };
  return {
    begin: (userId, sessionId) => {
      const name = `${userId}/${sessionId}`;
      if (begun.has(name)) return;
      begun.add(name);
      afterwards(AFTER_MS, () => {
        openIndex(userId, sessionId);
        readTerms(userId, sessionId, parts().tables.reader.depthOf(userId, sessionId), MOST);
      });
    },
  };
}
