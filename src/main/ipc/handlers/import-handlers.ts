import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { Emit } from '../../../shared/contract/emit';
import type { UserId } from '../../../shared/model/ids';
import type { Session } from '../../../shared/model/session';
import type { ImportPreview, ImportResult } from '../../../shared/model/import';
import type { ConversationImport, ImportedSession } from '../../memory/ports/conversation-import';
import type { Dialogs } from '../dialogs';
import type { HandlerMap } from '../handler-map';

/** One conversation of a chosen file, ready to be imported. */
export interface ReadConversation {
  readonly key: string;
  readonly title: string;
  readonly speakers: readonly string[];
  readonly sessions: readonly ImportedSession[];
  /** Chats of the file that could not be read; none where absent. */
  readonly unreadable?: number;
}

/** What the import calls need. */
export interface ImportHandlerPorts {
  readonly engine: ConversationImport;
  readonly userId: () => UserId;
  readonly dialogs: Dialogs;
  /** Reads the conversations of a file. Errors: `import-failed`. */
  readonly readFile: (path: string) => Promise<readonly ReadConversation[]>;
  readonly emit: Emit;
  readonly onJobsEnqueued: () => void;
}

async function preview(ports: ImportHandlerPorts, conversation: ReadConversation): Promise<ImportPreview> {
  const { key, title, speakers, sessions, unreadable = 0 } = conversation;
  const times = sessions.flatMap((session) => session.messages.map((message) => message.createdAt));
  const keys = sessions.map((session) => session.key);
  return {
    key,
    title,
    speakers,
    sessionCount: sessions.length,
    messageCount: times.length,
    firstAt: times.reduce((a, b) => Math.min(a, b), Infinity),
    lastAt: times.reduce((a, b) => Math.max(a, b), -Infinity),
    unreadable,
    alreadyImported: await ports.engine.countImported({ userId: ports.userId(), keys }),
  };
}

/** Imports a chat at a time, so that the program stays at hand and a cancel loses nothing that is there. */
async function importAll(
  ports: ImportHandlerPorts,
  sessions: readonly ImportedSession[],
  signal: AbortSignal,
): Promise<ImportResult> {
  const added: Session[] = [];
  let sessionsSkipped = 0;
  for (const [index, session] of sessions.entries()) {
    if (signal.aborted) break;
    const result = await ports.engine.importSessions({ userId: ports.userId(), sessions: [session] });
    added.push(...result.added);
    sessionsSkipped += result.skipped;
    for (const fresh of result.added) ports.emit('session-changed', { session: fresh });
    ports.emit('import-progress', { done: index + 1, total: sessions.length });
  }
  const newest = added.toSorted((a, b) => b.updatedAt - a.updatedAt)[0];
  return {
    newestSessionId: newest?.id ?? null,
    sessionsAdded: added.length,
    messagesAdded: added.reduce((sum, session) => sum + session.messageCount, 0),
    sessionsSkipped,
  };
}

/** Answers the calls about importing. */
export function createImportHandlers(
  ports: ImportHandlerPorts,
): Pick<HandlerMap, 'import.choose' | 'import.run'> {
  return {
    'import.choose': async () => {
      const chosen = await ports.dialogs.chooseImportFile();
      if (chosen === null) return null;
      const conversations = await ports.readFile(ports.dialogs.pathOf(chosen.file));
      const previews = await Promise.all(conversations.map((conversation) => preview(ports, conversation)));
      return { ...chosen, conversations: previews };
    },
    'import.run': async ({ file, key }, { signal }) => {
      const conversations = await ports.readFile(ports.dialogs.pathOf(file));
      const conversation = conversations.find((candidate) => candidate.key === key);
      if (conversation === undefined) {
        throw new AppError('not-found', catalogue.main.importing.conversationGone);
      }
      const result = await importAll(ports, conversation.sessions, signal);
      ports.onJobsEnqueued();
      return result;
    },
  };
}
