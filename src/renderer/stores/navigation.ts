import type { MessageId, SessionId } from '../../shared/model/ids';
import type { Stores } from './stores';

/** What moves several stores at once: opening, making and deleting chats. */
export interface Navigation {
  /** Starts the window: what main says first, the list, then the newest chat. */
  readonly begin: () => Promise<void>;
  /** Opens a chat, at a message if one is named. */
  readonly openChat: (sessionId: SessionId, messageId?: MessageId) => Promise<void>;
  readonly newChat: () => Promise<void>;
  /** Deletes a chat and opens its neighbour if it was open. */
  readonly deleteChat: (sessionId: SessionId) => Promise<void>;
  readonly undoDelete: () => Promise<void>;
  /** Closes the import; with no chat open it opens the newest one that was imported. */
  readonly leaveImport: () => Promise<void>;
}

/** Closes the import's dialog; answers the newest chat that it added, if any. */
function endImport(sessions: Stores['sessions']): SessionId | null {
  const { importing, closeImport } = sessions.getState();
  closeImport();
  return importing.kind === 'done' ? (importing.result?.newestSessionId ?? null) : null;
}

/** Builds the {@link Navigation} over the stores. */
export function createNavigation({ app, sessions, thread, memory }: Stores): Navigation {
  const openChat = async (sessionId: SessionId, messageId?: MessageId): Promise<void> => {
    app.getState().show('chats');
    await Promise.all([
      sessions.getState().select(sessionId),
      thread.getState().open(sessionId, messageId),
      memory.getState().open(sessionId),
      thread.getState().refreshPreview(),
    ]);
  };

  const closeChat = async (): Promise<void> => {
    await sessions.getState().select(null);
    thread.getState().close();
    await memory.getState().open(null);
  };

  const openNewest = async (): Promise<void> => {
    const [newest] = sessions.getState().sessions.toSorted((a, b) => b.updatedAt - a.updatedAt);
    if (newest === undefined) await closeChat();
    else await openChat(newest.id);
  };

  return {
    openChat,
    begin: async () => {
      if (!(await app.getState().begin())) return;
      await sessions.getState().load();
      await openNewest();
    },
    newChat: async () => {
      const session = await sessions.getState().create();
      if (session !== null) await openChat(session.id);
    },
    deleteChat: async (sessionId) => {
      const { sessions: before, selectedId } = sessions.getState();
      const index = before.findIndex((session) => session.id === sessionId);
      const isRemoved = await sessions.getState().remove(sessionId);
      if (!isRemoved || selectedId !== sessionId) return;
      const neighbour = before[index + 1] ?? before[index - 1];
      if (neighbour === undefined) await closeChat();
      else await openChat(neighbour.id);
    },
    undoDelete: async () => {
      const session = await sessions.getState().restore();
      if (session !== null) await openChat(session.id);
    },
    leaveImport: async () => {
      const newestId = endImport(sessions);
      if (sessions.getState().selectedId !== null) return;
      if (newestId === null) await openNewest();
      else await openChat(newestId);
    },
  };
}
