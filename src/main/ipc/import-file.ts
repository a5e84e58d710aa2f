import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { ImportResult } from '../../shared/model/import';
import type { ChatFiles } from '../memory/ports/chat-files';
import { importChats, type ImportChatsPorts } from './import-chats';

/** What a file is imported with. */
export interface ImportFilePorts extends Omit<ImportChatsPorts, 'onProgress'> {
  readonly files: ChatFiles;
  readonly onJobsEnqueued: () => void;
}

/** How the import of a file is followed, in bytes while it is looked through, then in chats, and ended. */
export interface FileImportWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (phase: 'reading' | 'importing', done: number, total: number) => void;
}

/** One conversation of the file and what came of it. */
export interface ImportedConversation extends ImportResult {
  readonly title: string;
  /** Chats of it that could not be read and were left out. */
  readonly unreadable: number;
}

/** Imports every conversation of a file that is named by its path. Errors: `import-failed`, `not-found`. */
export async function importFile(
  ports: ImportFilePorts,
  path: string,
  { signal, onProgress }: FileImportWatch,
): Promise<readonly ImportedConversation[]> {
  const onRead = (done: number, total: number): void => onProgress('reading', done, total);
  const onImported = (done: number, total: number): void => onProgress('importing', done, total);
  const found = await ports.files.find(path, { signal, onRead });
  if (found.length === 0) throw new AppError('not-found', catalogue.main.importing.conversationGone);
  const imported: ImportedConversation[] = [];
  try {
    for (const { key, keys, title, unreadable } of found) {
      const chats = ports.files.read(path, key, { signal });
      const result = await importChats({ ...ports, onProgress: onImported }, chats, keys.length);
      imported.push({ title, unreadable, ...result });
      if (result.cancelled) break;
    }
  } finally {
    ports.onJobsEnqueued();
  }
  return imported;
}
