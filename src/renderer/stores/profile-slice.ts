import type { AppErrorShape } from '../../shared/errors';
import type { FactId, MessageId } from '../../shared/model/ids';
import type { Message } from '../../shared/model/message';
import type { Fact, Profile } from '../../shared/model/profile';

/** What a fact is written from. */
export interface FactDraft {
  readonly messageId: MessageId;
  /** What was said, as far as a fact may be long. */
  readonly text: string;
}

/** What the Profile tab shows and does. */
export interface ProfileSlice {
  /** Null until it is read. */
  readonly profile: Profile | null;
  /** Whether the user looked for facts and there was nothing new to read. */
  readonly foundNothingNew: boolean;
  readonly profileError: AppErrorShape | null;
  /** A fact that is to be brought into view; null once it is, or where none was asked for. */
  readonly wantedFact: FactId | null;
  readonly loadProfile: () => Promise<void>;
  /** Opens the tab at a fact; null lets go of it. */
  readonly showFact: (factId: FactId | null) => void;
  readonly distil: () => Promise<void>;
  /** Whether the words were taken. */
  readonly editFact: (factId: FactId, text: string) => Promise<boolean>;
  readonly pinFact: (factId: FactId, pinned: boolean) => Promise<void>;
  /** Just deleted, while it can be brought back. */
  readonly deletedFact: Fact | null;
  /** A fact that is being written; it rests on a message the user said. */
  readonly factDraft: FactDraft | null;
  readonly deleteFact: (fact: Fact) => Promise<void>;
  readonly undoDeleteFact: () => Promise<void>;
  /** Begins a fact with what the user said; null ends it. */
  readonly draftFact: (message: Message | null) => void;
  /** Whether the words were taken. */
  readonly addFact: (text: string) => Promise<boolean>;
}
