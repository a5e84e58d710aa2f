import type { ExportSlice } from './export-slice';
import type { AppErrorShape } from '../../shared/errors';
import type { FileToken, MessageId, SessionId } from '../../shared/model/ids';
import type { ImportPreview, ImportProgress, ImportResult, ImportStatus } from '../../shared/model/import';
import type { RecallScope, Session, SessionOrder, Strategy } from '../../shared/model/session';
import type { SearchSlice } from './search-state';
import type { FirstRunSlice, SampleSlice } from './sessions-first-run-state';

/** The chat list as far as it is loaded. */
export interface ListPagesSlice {
  /** Temporary ones first, then pinned ones, then by folder, then by the order. */
  readonly sessions: readonly Session[];
  readonly nextCursor: string | null;
  readonly phase: 'loading' | 'ready' | 'failed';
  /** Whether the list shows the archived chats in place of the others. */
  readonly isArchive: boolean;
  readonly showArchive: (isArchive: boolean) => Promise<void>;
  readonly order: SessionOrder;
  /** Reads the list in another order. */
  readonly sortBy: (order: SessionOrder) => Promise<void>;
  /** Up to a hundred chats, the last used among them, whatever the list is ordered by. */
  readonly lastUsed: () => Promise<readonly Session[]>;
  readonly load: () => Promise<void>;
  readonly loadMore: () => Promise<void>;
}

/** Which chat is open, and what changes the list. */
export interface ListSlice {
  readonly selectedId: SessionId | null;
  /** The open chat itself, which may stand on a page of the list that is not loaded yet. */
  readonly opened: Session | null;
  readonly error: AppErrorShape | null;
  /** Opens a chat, reading it first where the list does not have it. */
  readonly select: (sessionId: SessionId | null) => Promise<void>;
  readonly create: () => Promise<Session | null>;
  /** Makes a chat of another up to a message; null where that failed. */
  readonly fork: (sessionId: SessionId, messageId: MessageId) => Promise<Session | null>;
  readonly accept: (session: Session) => void;
  /** The same for what main tells of by itself: while chats are imported, many at once. */
  readonly hear: (session: Session) => void;
  readonly acceptRemoval: (sessionId: SessionId) => void;
}

/** What was done to chats that can be undone. */
export interface Removed {
  readonly kind: 'deleted' | 'archived';
  readonly sessions: readonly Session[];
}

/** Several chats at once. */
export interface SelectionSlice {
  /** In the order they were chosen; while it is not empty a click chooses. */
  readonly selection: readonly SessionId[];
  readonly toggleChosen: (sessionId: SessionId) => void;
  /** Chooses everything from the chat chosen last to this one. */
  readonly chooseTo: (sessionId: SessionId) => void;
  readonly clearSelection: () => void;
}

/** All that can be done to one chat, or to several. */
export interface EditSlice {
  readonly renamingId: SessionId | null;
  /** The chat whose folder is being named. */
  readonly filingId: SessionId | null;
  /** Chats just put away, while they can still be brought back. */
  readonly removed: Removed | null;
  readonly startRename: (sessionId: SessionId | null) => void;
  readonly rename: (sessionId: SessionId, title: string) => Promise<void>;
  readonly setPinned: (sessionId: SessionId, pinned: boolean) => Promise<void>;
  readonly startFiling: (sessionId: SessionId | null) => void;
  /** Puts a chat into a folder; an empty name takes it out. */
  readonly setFolder: (sessionId: SessionId, folder: string) => Promise<void>;
  /** The same for all chosen chats, which are then no longer chosen. */
  readonly setFolderOfChosen: (folder: string) => Promise<void>;
  /** Puts chats into the archive, or back into the list. */
  readonly setArchived: (sessionIds: readonly SessionId[], archived: boolean) => Promise<void>;
  readonly setStrategy: (sessionId: SessionId, strategy: Strategy) => Promise<void>;
  /** Changes how a chat's memory works, all at once. */
  readonly setMemory: (
    sessionId: SessionId,
    memory: Pick<Session, 'strategy' | 'recallScope'>,
  ) => Promise<void>;
  readonly setRecallScope: (sessionId: SessionId, recallScope: RecallScope) => Promise<void>;
  /** Opens one more window of the program on a chat. */
  readonly openWindow: (sessionId: SessionId) => Promise<void>;
  /** The same on the open chat; answers whether there is one. */
  readonly openOwnWindow: () => boolean;
  /** Answers whether the chats were deleted. */
  readonly remove: (...sessionIds: readonly SessionId[]) => Promise<boolean>;
  /** Undoes what was done last; answers the first chat that came back. */
  readonly restore: () => Promise<Session | null>;
}

/** Chats that are not kept: how one becomes one, and the question before one is lost. */
export interface TemporarySlice {
  /** The chat that is just giving way to one of the other kind. */
  readonly remembering: SessionId | null;
  /** Why a chat could not be changed. */
  readonly rememberError: { readonly sessionId: SessionId; readonly error: AppErrorShape } | null;
  /** The chat whose deletion has to be confirmed, because nothing brings it back. */
  readonly confirming: Session | null;
  /** Puts an empty chat of the other kind in a chat's place; null where that failed. */
  readonly setRemembered: (sessionId: SessionId, remembered: boolean) => Promise<Session | null>;
  readonly confirm: (session: Session | null) => void;
}

/** One import, from the choice of a file to its result. */
export type ImportState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'choosing' }
  | { readonly kind: 'reading'; readonly progress: ImportProgress }
  | { readonly kind: 'refused'; readonly error: AppErrorShape }
  | ({ readonly kind: 'chosen' | 'running' | 'done' } & ImportedFile);

/** A chosen file with what was found in it and how far each conversation is. */
export interface ImportedFile {
  readonly file: FileToken;
  readonly name: string;
  readonly conversations: readonly ImportPreview[];
  /** The conversation being imported or imported last. */
  readonly key: string | null;
  readonly progress: ImportProgress | null;
  readonly result: ImportResult | null;
  readonly error: AppErrorShape | null;
}

/** See {@link ImportState}. */
export interface ImportSlice {
  readonly importing: ImportState;
  readonly chooseImport: () => Promise<void>;
  readonly runImport: (key: string) => Promise<void>;
  readonly acceptProgress: (progress: ImportProgress) => void;
  /** Stops the reading or the import that is under way. */
  readonly stopImport: () => Promise<void>;
  /** Closes the dialog; an import that is under way goes on. */
  readonly closeImport: () => void;
  /** The import that goes on behind the dialog or without one, and how it ended until that is put away. */
  readonly importStatus: ImportStatus | null;
  readonly loadImport: () => Promise<void>;
  readonly acceptImport: (status: ImportStatus | null) => void;
  readonly dismissImport: () => Promise<void>;
}

/** The state of the chats pane. */
export type SessionsState = ListPagesSlice &
  ListSlice &
  EditSlice &
  SelectionSlice &
  TemporarySlice &
  SearchSlice &
  ImportSlice &
  ExportSlice &
  SampleSlice &
  FirstRunSlice;

/** How a slice reads and writes the state of the chats pane. */
export interface SessionsAccess {
  readonly get: () => SessionsState;
  readonly set: (change: Partial<SessionsState>) => void;
}
