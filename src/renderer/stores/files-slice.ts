import type { DraftFile } from '../../shared/model/attachment';
import type { SessionId } from '../../shared/model/ids';
import type { Message } from '../../shared/model/message';

/** A file as it comes in: its text is read when it is needed. */
export interface IncomingFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Rejects where the file is no text. */
  readonly read: () => Promise<string>;
}

/** Files beside what is being written, and those of the thread that are open. */
export interface FilesSlice {
  readonly draftFiles: Readonly<Partial<Record<SessionId, readonly DraftFile[]>>>;
  /** Files that are being read. */
  readonly attaching: number;
  /** What could not be attached and why, a line each. */
  readonly fileErrors: readonly string[];
  /** The files of the thread whose text is shown, by file id. */
  readonly openFiles: ReadonlySet<string>;
  /** Attaches files to the next message of the open chat, one after the other. */
  readonly attachFiles: (files: readonly IncomingFile[]) => Promise<void>;
  /** A long text that was pasted becomes a file. */
  readonly attachPaste: (text: string) => Promise<void>;
  readonly detachFile: (fileId: string) => Promise<void>;
  /** Puts a text that was pasted in this window into the field after all. */
  readonly unpaste: (fileId: string) => Promise<void>;
  /** Whether a waiting file was pasted in this window, so that it can be put into the field. */
  readonly isPasted: (fileId: string) => boolean;
  readonly acceptFiles: (sessionId: SessionId, files: readonly DraftFile[]) => void;
  readonly showFile: (fileId: string, shown: boolean) => void;
  /** Deletes all parts of a file of the thread; `part` is any of them. */
  readonly deleteFile: (part: Message) => Promise<void>;
}
