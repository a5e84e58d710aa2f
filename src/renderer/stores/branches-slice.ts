import type { AppErrorShape } from '../../shared/errors';
import type { MessageId, SessionId } from '../../shared/model/ids';
import type { LeftOut } from '../../shared/model/left-out';

/** Messages just deleted, while they can still be brought back. */
export interface DeletedMessages {
  readonly sessionId: SessionId;
  readonly forgetId: string;
  readonly count: number;
}

/** What can be done to the messages of the open chat. */
export interface BranchesSlice {
  /** The message that is being edited in its place. */
  readonly editingId: MessageId | null;
  readonly deleted: DeletedMessages | null;
  /** Why the last of these did not work. */
  readonly branchError: AppErrorShape | null;
  readonly startEdit: (messageId: MessageId | null) => void;
  /** Begins to edit the last question that is shown; answers whether there is one. */
  readonly editLast: () => boolean;
  readonly submitEdit: (messageId: MessageId, text: string) => Promise<void>;
  /** Has an answer given anew, for once without the messages left out. */
  readonly regenerate: (messageId: MessageId, leftOut?: LeftOut) => Promise<void>;
  readonly stepVersion: (messageId: MessageId, step: -1 | 1) => Promise<void>;
  readonly setPinned: (messageId: MessageId, pinned: boolean) => Promise<void>;
  readonly setExcluded: (messageId: MessageId, excluded: boolean) => Promise<void>;
  readonly deleteMessages: (firstId: MessageId, lastId: MessageId) => Promise<void>;
  readonly undoDelete: () => Promise<void>;
  readonly announce: (text: string) => void;
}
