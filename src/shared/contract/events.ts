import type { AppErrorShape } from '../errors';
import type { SessionId, TurnId } from '../model/ids';
import type { ImportProgress, ImportStatus } from '../model/import';
import type { Message } from '../model/message';
import type { ProviderView } from '../model/provider';
import type { Session } from '../model/session';
import type { SpendingView } from '../model/spending';
import type { TurnSnapshot } from '../model/snapshot';
import type { UserList } from '../model/user';
import type { MenuCommand } from '../menu-commands';
import type { Settings } from '../settings';

/** Progress of one turn; `sequence` counts from 0 within the turn, so a lost or late event is seen. */
export type TurnEvent = {
  readonly turnId: TurnId;
  readonly sessionId: SessionId;
  readonly sequence: number;
} & (
  | { readonly kind: 'context'; readonly snapshot: TurnSnapshot }
  | { readonly kind: 'delta'; readonly text: string }
  /** The server is asked again, after a pause; `attempt` of `attempts` begins at `until` (ms since 1970). */
  | {
      readonly kind: 'waiting';
      readonly error: AppErrorShape;
      readonly attempt: number;
      readonly attempts: number;
      readonly until: number;
    }
  /** A second look found more: the answer begins again, as another reply in the place of the first. */
  | { readonly kind: 'again'; readonly reply: Message }
  /** Messages of the turn were added or changed: an answer that calls tools, results, the reply that follows. */
  | { readonly kind: 'tools'; readonly messages: readonly Message[] }
  | { readonly kind: 'done'; readonly reply: Message; readonly snapshot: TurnSnapshot | null }
  | { readonly kind: 'failed'; readonly reply: Message; readonly error: AppErrorShape }
);

/** What of a chat was changed in another window: its messages, what is being written, or whether it exists. */
export type ChangedPart = 'messages' | 'draft' | 'chat';

/** Every event main sends to the page: name → payload. */
export interface Events {
  readonly turn: TurnEvent;
  readonly 'session-changed': { readonly session: Session };
  readonly 'session-removed': { readonly sessionId: SessionId };
  readonly 'settings-changed': { readonly settings: Settings };
  /** A provider was added, changed, removed, tested, or its key was. */
  readonly 'providers-changed': { readonly providers: readonly ProviderView[] };
  readonly 'summaries-changed': { readonly sessionId: SessionId };
  /** Something that was deleted is erased now, or was forgotten with it. */
  readonly 'messages-forgotten': Readonly<Record<string, never>>;
  readonly 'spending-changed': SpendingView;
  /** A request began or ended. */
  readonly 'network-changed': Readonly<Record<string, never>>;
  /** Something was learned of the active user or of another; the page reads its own. */
  readonly 'profile-changed': Readonly<Record<string, never>>;
  readonly 'jobs-changed': Readonly<Record<string, never>>;
  /** A state of the whole program the user must know of: disk full, a lost worker. Null takes it away. */
  readonly notice: { readonly text: string | null; readonly severity: 'info' | 'warning' | 'error' };
  /** A user was added, renamed, deleted, brought back, or another is active now. */
  readonly 'users-changed': UserList;
  /** Another window changed a chat that this one may show too. */
  readonly 'changed-elsewhere': { readonly sessionId: SessionId; readonly part: ChangedPart };
  /** Something was chosen in a menu outside the page. */
  readonly 'menu-command': { readonly command: MenuCommand };
  /** A notification of this chat was clicked. */
  readonly 'open-chat': { readonly sessionId: SessionId };
  /** A chosen file is looked through. */
  readonly 'import-progress': ImportProgress;
  /** An import goes on or ended; null once that was seen. */
  readonly 'import-changed': { readonly status: ImportStatus | null };
  /** Chats written by the export that runs. */
  readonly 'export-progress': { readonly done: number; readonly total: number };
}

/** The name of an event. */
export type EventName = keyof Events;
/** One event as it crosses the channel. */
export type EventEnvelope = {
  readonly [Name in EventName]: { readonly name: Name; readonly payload: Events[Name] };
}[EventName];
