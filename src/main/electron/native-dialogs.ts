import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import { dialog, shell } from 'electron';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { ChosenFile, Dialogs } from '../ipc/dialogs';
import type { FileTokens } from '../ipc/file-tokens';

/** Endings of files that hold conversations. */
const importedExtensions = ['json', 'jsonl', 'zip', 'md', 'markdown', 'txt'];

/** The system's dialogs over the window that is in front at the time. */
export function createNativeDialogs(currentWindow: () => BrowserWindow | null, tokens: FileTokens): Dialogs {
  const choose = async (
    words: { readonly title: string; readonly button: string; readonly filter: string },
    extensions: readonly string[],
  ): Promise<ChosenFile | null> => {
    const options: Electron.OpenDialogOptions = {
      title: words.title,
      buttonLabel: words.button,
      properties: ['openFile'],
      filters: [{ name: words.filter, extensions: [...extensions] }],
    };
    const window = currentWindow();
    const { canceled, filePaths } = await (window === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options));
    const [path] = filePaths;
    return canceled || path === undefined ? null : { file: tokens.issue(path), name: basename(path) };
  };
  return {
    chooseImportFile: () => choose(catalogue.native.chooseImport, importedExtensions),
    chooseArchive: () => choose(catalogue.native.chooseArchive, ['engram', 'db']),
    chooseChannelFile: () => choose(catalogue.updates.dialog, ['yml', 'yaml']),
    chooseExportPlace: async (name, extension) => {
      const words = catalogue.exporting.dialog;
      const options: Electron.SaveDialogOptions = {
        title: words.title,
        buttonLabel: words.button,
        defaultPath: `${name}.${extension}`,
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      };
      const window = currentWindow();
      const { canceled, filePath } = await (window === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options));
      return canceled || filePath === '' ? null : { path: filePath, name: basename(filePath) };
    },
    pathOf: (file) => tokens.pathOf(file),
    openFolder: async (path) => {
      const problem = await shell.openPath(path);
      if (problem !== '') throw new AppError('unexpected', catalogue.native.openFolderFailed(path));
    },
    openExternal: (url) => openExternal(url, currentWindow()),
  };
}

/** Only https, without a user name that could pass for the host, and only after the user has seen the host. */
async function openExternal(address: string, window: BrowserWindow | null): Promise<boolean> {
  const words = catalogue.native.openExternal;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') {
    throw new AppError('forbidden', words.onlyHttps);
  }
  const options: Electron.MessageBoxOptions = {
    type: 'question',
    message: words.question(url.host),
    detail: url.href,
    buttons: [words.open, words.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const { response } = await (window === null
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  if (response !== 0) return false;
  try {
    await shell.openExternal(url.href);
  } catch (cause) {
    throw new AppError('unexpected', words.failed, { cause, retryable: true });
  }
  return true;
}
