import type { ContextPreview } from '../../shared/contract/calls/chat-calls';
import type { TurnEvent } from '../../shared/contract/events';
import type { AppErrorShape } from '../../shared/errors';
import type { MessageId, SessionId, TurnId } from '../../shared/model/ids';
import type { Message } from '../../shared/model/message';
import type { ToolAnswer } from '../../shared/model/message-metadata';
import type { TurnSnapshot } from '../../shared/model/snapshot';
import type { Waiting } from './live-turn';
import type { BranchesSlice } from './branches-slice';
import type { FilesSlice } from './files-slice';
import type { MessageWindow } from './message-window';

/** Where the list has to go; a new token means go there now, even if it is the same place. */
export type Arrival = { readonly token: number } & (
  | { readonly kind: 'bottom' }
  | { readonly kind: 'source'; readonly messageId: MessageId }
  | { readonly kind: 'place'; readonly messageId: MessageId; readonly offset: number }
);

/** A scroll position: the first message in view and how far its top lies above the edge, in pixels. */
export interface Place {
  readonly messageId: MessageId;
  readonly offset: number;
}

/** Which messages of the open chat the page holds and where it stands in them. */
export interface PagesSlice {
  readonly sessionId: SessionId | null;
  readonly phase: 'idle' | 'loading' | 'ready' | 'failed';
  readonly window: MessageWindow;
  /** Changes when the window is replaced as a whole, so that the list starts anew. */
  readonly windowId: number;
  readonly arrival: Arrival;
  /** The message that flashes because the user was taken to it. */
  readonly flashId: MessageId | null;
  /** What was recalled and sent, by turn, for the replies the window holds. */
  readonly snapshots: Readonly<Partial<Record<TurnId, TurnSnapshot>>>;
  /** Opens a chat at a message, at the place it was left at, or at its end. */
  readonly open: (sessionId: SessionId, messageId?: MessageId) => Promise<void>;
  /** Shows no chat. */
  readonly close: () => void;
  readonly goToNewest: () => Promise<void>;
  /** Shows another window at the place the chat is scrolled to. */
  readonly redraw: (window: MessageWindow) => void;
  /** Reads the window anew after the path changed: around a message, or where the chat was scrolled to. */
  readonly reload: (messageId: MessageId | null) => Promise<void>;
  /** Remembers where a chat was left; null is its end. */
  readonly keepPlace: (sessionId: SessionId, place: Place | null) => void;
}

/** How the window grows. */
export interface ExtendSlice {
  readonly loadEarlier: () => Promise<void>;
  readonly loadLater: () => Promise<void>;
  /** Reads the newest page again, for when events were lost. */
  readonly refetch: () => Promise<void>;
}

/** The turn that is running and what it has told. */
export interface TurnSlice {
  /** Replies while they grow, by turn. */
  readonly liveText: Readonly<Partial<Record<TurnId, string>>>;
  /** The turn being answered, by chat, as far as its events have told. */
  readonly running: Readonly<Partial<Record<SessionId, TurnId>>>;
  /** Turns whose server is asked again after a pause. */
  readonly waiting: Readonly<Partial<Record<TurnId, Waiting>>>;
  readonly sending: boolean;
  readonly sendError: AppErrorShape | null;
  /** The one polite line for screen readers. */
  readonly announcement: string;
  readonly send: () => Promise<void>;
  /** Answers the last question again: a new reply takes the place of the given one. */
  readonly retry: (replyId: MessageId) => Promise<void>;
  /** Goes on where the last reply broke off. */
  readonly continueReply: (replyId: MessageId) => Promise<void>;
  readonly stop: (turnId: TurnId) => Promise<void>;
  /** Gives a call that waits for it the user's word. */
  readonly answerTool: (messageId: MessageId, answer: ToolAnswer) => Promise<void>;
  readonly receive: (event: TurnEvent) => void;
}

/** The answers that gave way to a second one, by turn, as far as they were asked for. */
export interface FirstAnswersSlice {
  readonly firstAnswers: Readonly<Partial<Record<TurnId, Message | 'failed' | 'gone'>>>;
  readonly readFirstAnswer: (sessionId: SessionId, turnId: TurnId) => Promise<void>;
}

/** What is being written and what it would cost. */
export interface ComposerSlice {
  readonly drafts: Readonly<Partial<Record<SessionId, string>>>;
  /** Tokens of the open chat's draft, estimated; 0 until counted. */
  readonly draftTokens: number;
  readonly preview: ContextPreview | null;
  readonly setDraft: (text: string) => void;
  /** Puts what main kept of a chat's draft into its field. */
  readonly acceptDraft: (sessionId: SessionId, text: string) => void;
  /** Takes what is being written from one chat to another that stands in its place. */
  readonly moveDraft: (from: SessionId, to: SessionId) => void;
  /** Gives main what is being written now, without waiting for the keys to rest. */
  readonly flushDrafts: () => void;
  /** Takes over what another window wrote, unless something is being written here. */
  readonly rereadDraft: (sessionId: SessionId) => Promise<void>;
  /** Sends a question of ours; what the user was writing comes back to the field. */
  readonly ask: (question: string) => Promise<void>;
  readonly refreshPreview: () => Promise<void>;
}

/** The state of the thread pane. */
export type ThreadState = PagesSlice &
  ExtendSlice &
  TurnSlice &
  BranchesSlice &
  FirstAnswersSlice &
  FilesSlice &
  ComposerSlice;

/** How a slice reads and writes the thread's state. */
export interface ThreadAccess {
  readonly get: () => ThreadState;
  readonly set: (change: Partial<ThreadState>) => void;
}
