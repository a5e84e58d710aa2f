import type { ChangedPart } from '../../shared/contract/events';
import type { MessageId, SessionId, UserId } from '../../shared/model/ids';
import type { LocalServer } from '../../shared/model/provider';
import type { SessionOrder } from '../../shared/model/session';
import type { Settings } from '../../shared/settings';
import type { Stores } from './stores';

/** What moves several stores at once: opening, making and deleting chats. */
export interface Navigation {
  /** Starts the window: what main says first, the list, then a chat: the newest where none is named, or it is gone. */
  readonly begin: (sessionId?: SessionId | null) => Promise<void>;
  /** Shows anew what another window changed of a chat, where this one shows it too. */
  readonly followElsewhere: (sessionId: SessionId, part: ChangedPart) => Promise<void>;
  /** Opens a chat, at a message if one is named. */
  readonly openChat: (sessionId: SessionId, messageId?: MessageId) => Promise<void>;
  readonly newChat: () => Promise<void>;
  /** Orders the list of chats, from now on. */
  readonly sortChats: (order: SessionOrder) => Promise<void>;
  /** Deletes a chat and opens its neighbour if it was open; asks first where nothing could bring it back. */
  readonly deleteChat: (sessionId: SessionId) => Promise<void>;
  /** Deletes the chosen chats and opens the newest of the others if one of them was open. */
  readonly deleteChosen: () => Promise<void>;
  /** Deletes the chat that was asked about. */
  readonly deleteConfirmed: () => Promise<void>;
  readonly undoDelete: () => Promise<void>;
  /** Makes a chat of the open one up to a message, and opens it. */
  readonly forkChat: (sessionId: SessionId, messageId: MessageId) => Promise<void>;
  /** Closes the import; with no chat open it opens the newest one that was imported. */
  readonly leaveImport: () => Promise<void>;
  /** Puts an empty chat of the other kind in the place of the open one and takes its draft along. */
  readonly setRemembered: (sessionId: SessionId, remembered: boolean) => Promise<void>;
  /** Stores what is being written, then hands the window to another user. */
  readonly switchUser: (userId: UserId) => Promise<void>;
  /** Opens the sample chat at its end. */
  readonly openSample: () => Promise<void>;
  /** Makes a model of the checked key answer and starts a chat. */
  readonly startWithKey: (model: string) => Promise<void>;
  /** Makes a model of a found server answer and starts a chat. */
  readonly startWithLocal: (server: LocalServer, model: string) => Promise<void>;
}

/** Closes the import's dialog; answers the newest chat that it added, if any. */
function endImport(sessions: Stores['sessions']): SessionId | null {
  const { importing, closeImport } = sessions.getState();
  closeImport();
  return importing.kind === 'done' ? (importing.result?.newestSessionId ?? null) : null;
}

/** Opening and closing one chat in all stores. */
type Opening = Pick<Navigation, 'openChat' | 'newChat'> & {
  readonly closeChat: () => Promise<void>;
  readonly openNewest: () => Promise<void>;
};

function createOpening({ app, sessions, thread, memory }: Stores): Opening {
  const openChat = async (sessionId: SessionId, messageId?: MessageId): Promise<void> => {
    app.getState().show('chats');
    await Promise.all([
      sessions.getState().select(sessionId),
      thread.getState().open(sessionId, messageId),
      memory.getState().open(sessionId),
      thread.getState().refreshPreview(),
    ]);
    const { opened, loadSuggestions } = sessions.getState();
    if (opened?.id === sessionId && opened.isSample) void loadSuggestions(sessionId);
  };
  const closeChat = async (): Promise<void> => {
    await sessions.getState().select(null);
    thread.getState().close();
    await memory.getState().open(null);
  };
  return {
    openChat,
    closeChat,
    newChat: async () => {
      const session = await sessions.getState().create();
      if (session !== null) await openChat(session.id);
    },
    openNewest: async () => {
      const [newest] = (await sessions.getState().lastUsed()).toSorted((a, b) => b.updatedAt - a.updatedAt);
      if (newest === undefined) await closeChat();
      else await openChat(newest.id);
    },
  };
}

type Deleting = Pick<Navigation, 'deleteChat' | 'deleteChosen' | 'deleteConfirmed' | 'undoDelete'>;

function createDeleting({ sessions }: Stores, { openChat, openNewest, closeChat }: Opening): Deleting {
  const remove = async (sessionId: SessionId): Promise<void> => {
    const { sessions: before, selectedId } = sessions.getState();
    const index = before.findIndex((session) => session.id === sessionId);
    const isRemoved = await sessions.getState().remove(sessionId);
    if (!isRemoved || selectedId !== sessionId) return;
    const neighbour = before[index + 1] ?? before[index - 1];
    if (neighbour === undefined) await closeChat();
    else await openChat(neighbour.id);
  };
  return {
    deleteChat: async (sessionId) => {
      const session = sessions.getState().sessions.find((each) => each.id === sessionId);
      if (session?.temporary === true) sessions.getState().confirm(session);
      else await remove(sessionId);
    },
    deleteChosen: async () => {
      const { selection, selectedId, remove: removeAll } = sessions.getState();
      if (!(await removeAll(...selection))) return;
      if (selectedId !== null && selection.includes(selectedId)) await openNewest();
    },
    deleteConfirmed: async () => {
      const { confirming, confirm } = sessions.getState();
      confirm(null);
      if (confirming !== null) await remove(confirming.id);
    },
    undoDelete: async () => {
      const session = await sessions.getState().restore();
      if (session !== null) await openChat(session.id);
    },
  };
}

type FirstRun = Pick<Navigation, 'openSample' | 'startWithKey' | 'startWithLocal'>;

function createFirstRun({ app, sessions, thread }: Stores, { openChat, newChat }: Opening): FirstRun {
  const startWith = async (settings: Settings | null): Promise<void> => {
    if (settings === null) return;
    app.getState().acceptSettings(settings);
    await newChat();
    sessions.getState().endFirstRun();
  };
  return {
    openSample: async () => {
      const session = await sessions.getState().openSample();
      if (session === null) return;
      const { sessionId: openId, keepPlace, goToNewest } = thread.getState();
      keepPlace(session.id, null);
      await openChat(session.id);
      if (openId === session.id) await goToNewest();
    },
    startWithKey: async (model) => startWith(await sessions.getState().useKeyModel(model)),
    startWithLocal: async (server, model) => startWith(await sessions.getState().useLocal(server, model)),
  };
}

/** The beginning of a window: the list, then a chat. */
function createBegin({ app, sessions }: Stores, { openChat, openNewest }: Opening): Navigation['begin'] {
  return async (sessionId = null) => {
    // Along with the settings, in the order that most have.
    const listed = sessions.getState().load();
    if (!(await app.getState().begin())) return;
    void sessions.getState().loadImport();
    const { order, sortBy } = sessions.getState();
    const chosen = app.getState().settings?.chatOrder ?? 'used';
    await (chosen === order ? listed : sortBy(chosen));
    if (sessionId !== null) {
      // A window for one chat: the list of the others steps back.
      if (!app.getState().isRail) app.getState().toggleRail();
      await openChat(sessionId);
    }
    if (sessions.getState().opened === null) await openNewest();
  };
}

/** Builds the {@link Navigation} over the stores. */
export function createNavigation(stores: Stores): Navigation {
  const { app, sessions, thread } = stores;
  const opening = createOpening(stores);
  const { openChat, openNewest, newChat } = opening;
  return {
    openChat,
    newChat,
    ...createDeleting(stores, opening),
    ...createFirstRun(stores, opening),
    begin: createBegin(stores, opening),
    followElsewhere: async (sessionId, part) => {
      if (part === 'draft') await thread.getState().rereadDraft(sessionId);
      if (sessions.getState().selectedId !== sessionId) return;
      const isListed = sessions.getState().sessions.some(({ id }) => id === sessionId);
      if (part === 'chat' && !isListed) await openNewest();
      if (part === 'messages') {
        await Promise.all([thread.getState().reload(null), thread.getState().refreshPreview()]);
      }
    },
    sortChats: async (chatOrder) => {
      await Promise.all([
        sessions.getState().sortBy(chatOrder),
        app.getState().changeSettings({ chatOrder }),
      ]);
    },
    forkChat: async (sessionId, messageId) => {
      const forked = await sessions.getState().fork(sessionId, messageId);
      if (forked !== null) await openChat(forked.id);
    },
    leaveImport: async () => {
      const newestId = endImport(sessions);
      if (sessions.getState().selectedId !== null) return;
      if (newestId === null) await openNewest();
      else await openChat(newestId);
    },
    switchUser: async (userId) => {
      // Calls are answered in the order they were made: this one still belongs to the user who wrote.
      thread.getState().flushDrafts();
      await app.getState().switchUser(userId);
    },
    setRemembered: async (sessionId, remembered) => {
      const session = await sessions.getState().setRemembered(sessionId, remembered);
      if (session === null || session.id === sessionId) return;
      thread.getState().moveDraft(sessionId, session.id);
      if (sessions.getState().selectedId === sessionId) await openChat(session.id);
    },
  };
}
