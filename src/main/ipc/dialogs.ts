import type { FileToken } from '../../shared/model/ids';

/** A file the user chose: the page gets its name and a token, never its path. */
export interface ChosenFile {
  readonly file: FileToken;
  readonly name: string;
}

/** What main shows or opens outside the page. */
export interface Dialogs {
  /** Asks for a conversation file; null when the user cancels. */
  chooseImportFile(): Promise<ChosenFile | null>;
  /** Asks for an archive of all data; null when the user cancels. */
  chooseArchive(): Promise<ChosenFile | null>;
  /** Asks for the channel file of a folder of packages; null when the user cancels. */
  chooseChannelFile(): Promise<ChosenFile | null>;
  /** Asks where a file is to be written; null when the user cancels. The page never learns the path. */
  chooseExportPlace(
    name: string,
    extension: string,
  ): Promise<{ readonly path: string; readonly name: string } | null>;
  /** The path behind a token; `AppError('not-found')` once the program has been started again. */
  pathOf(file: FileToken): string;
  /** Opens a folder in the system's file manager. */
  openFolder(path: string): Promise<void>;
  /** Asks, naming the host, then opens an https address in the system's browser; false when not opened. */
  openExternal(url: string): Promise<boolean>;
}
