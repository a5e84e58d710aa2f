import type { Emit } from '../../shared/contract/emit';
import { AppError } from '../../shared/errors';
import type { UserId } from '../../shared/model/ids';
import type { ImportResult } from '../../shared/model/import';
import type { Session } from '../../shared/model/session';
import type { ConversationImport, ImportedSession } from '../memory/ports/conversation-import';

/** What an import is told to, and done with. */
export interface ImportChatsPorts {
  readonly engine: Pick<ConversationImport, 'importSessions'>;
  readonly userId: UserId;
  readonly emit: Emit;
  /** Told after each chat. */
  readonly onProgress: (done: number, total: number) => void;
}

/** A chat at a time, as they are read, so that the program stays at hand and a cancel loses nothing that is there. */
export async function importChats(
  { engine, userId, emit, onProgress }: ImportChatsPorts,
  chats: AsyncIterable<readonly ImportedSession[]>,
  total: number,
): Promise<ImportResult> {
  const added: Pick<Session, 'id' | 'updatedAt' | 'messageCount'>[] = [];
  let sessionsSkipped = 0;
  let done = 0;
  let cancelled = false;
  try {
    for await (const sessions of chats) {
      for (const session of sessions) {
        const result = await engine.importSessions({ userId, sessions: [session] });
        added.push(
          ...result.added.map(({ id, updatedAt, messageCount }) => ({ id, updatedAt, messageCount })),
        );
        sessionsSkipped += result.skipped;
        for (const fresh of result.added) emit('session-changed', { session: fresh });
        done += 1;
        onProgress(done, Math.max(done, total));
      }
    }
  } catch (error) {
    cancelled = error instanceof AppError && error.kind === 'cancelled';
    if (!cancelled) throw error;
  }
  const newest = added.toSorted((a, b) => b.updatedAt - a.updatedAt)[0];
  return {
    newestSessionId: newest?.id ?? null,
    sessionsAdded: added.length,
    messagesAdded: added.reduce((sum, { messageCount }) => sum + messageCount, 0),
    sessionsSkipped,
    cancelled,
  };
}
