import type { DraftFile } from '../../../shared/model/attachment';
import type { SessionId, UserId } from '../../../shared/model/ids';

/** What is being written in each session, and the files that go with it. */
export interface DraftStore {
  /** Empty where nothing is being written. Errors: `not-found`. */
  readDraft(input: { readonly userId: UserId; readonly sessionId: SessionId }): Promise<string>;
  writeDraft(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly text: string;
  }): Promise<null>;
  /** The files that wait beside what is being written, in the order they came. Errors: `not-found`. */
  listDraftFiles(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
  }): Promise<readonly DraftFile[]>;
  /**
   * Keeps a text to be sent with the next message. Errors: `not-found`; `bad-input` where it is empty, not text, too long,
   * or one file too many.
   */
  attachFile(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly name: string;
    readonly text: string;
    /** The model whose encoding counts it. */
    readonly model: string;
  }): Promise<DraftFile>;
  detachFile(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly fileId: string;
  }): Promise<null>;
  /** The files of one session with their texts, for another that takes its place. */
  readDraftFiles(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
  }): Promise<readonly { readonly name: string; readonly text: string }[]>;
}
