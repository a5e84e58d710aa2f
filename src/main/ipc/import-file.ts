import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { ImportResult } from '../../shared/model/import';
import type { ChatFiles } from './handlers/import-handlers';
import { importChats, type ImportChatsPorts } from './import-chats';

/** What a file is imported with. */
export interface ImportFilePorts extends ImportChatsPorts {
  readonly files: ChatFiles;
  readonly onJobsEnqueued: () => void;
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
  signal: AbortSignal,
): Promise<readonly ImportedConversation[]> {
  const onRead = (done: number, total: number): void =>
    ports.emit('import-progress', { phase: 'reading', done, total });
  const found = await ports.files.find(path, { signal, onRead });
  if (found.length === 0) throw new AppError('not-found', catalogue.main.importing.conversationGone);
  const imported: ImportedConversation[] = [];
  try {
    for (const { key, keys, title, unreadable } of found) {
      const chats = ports.files.read(path, key, { signal });
      imported.push({ title, unreadable, ...(await importChats(ports, chats, keys.length)) });
      if (imported.at(-1)?.cancelled === true) break;
    }
  } finally {
    ports.onJobsEnqueued();
  }
  return imported;
}
