import { catalogue } from '../../../shared/catalogue/catalogue';
import type { Emit } from '../../../shared/contract/emit';
import { AppError } from '../../../shared/errors';
import type { UserId } from '../../../shared/model/ids';
import type { ImportPreview } from '../../../shared/model/import';
import type { ConversationImport, ImportedSession } from '../../memory/ports/conversation-import';
import type { Dialogs } from '../dialogs';
import type { HandlerMap } from '../handler-map';
import { importChats } from '../import-chats';

/** One conversation of a chosen file, before anything is imported. */
export interface FoundInFile {
  readonly key: string;
  readonly title: string;
  readonly speakers: readonly string[];
  /** The keys of its chats. */
  readonly keys: readonly string[];
  readonly messageCount: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Chats that could not be read. */
  readonly unreadable: number;
}

/** How a reading is watched and ended. */
interface Reading {
  readonly signal: AbortSignal;
  readonly onRead?: ((done: number, total: number) => void) | undefined;
}

/** Reads files of chats without holding up this thread. */
export interface ChatFiles {
  /** Errors: `import-failed`, `cancelled`. */
  find(path: string, reading: Reading): Promise<readonly FoundInFile[]>;
  /** The chats of a conversation, some at a time. Errors: as `find`. */
  read(path: string, key: string, reading: Reading): AsyncIterable<readonly ImportedSession[]>;
}

/** What the import calls need. */
export interface ImportHandlerPorts {
  readonly engine: ConversationImport;
  readonly userId: () => UserId;
  readonly dialogs: Dialogs;
  readonly files: ChatFiles;
  readonly emit: Emit;
  readonly onJobsEnqueued: () => void;
}

async function preview(ports: ImportHandlerPorts, { keys, ...found }: FoundInFile): Promise<ImportPreview> {
  const alreadyImported = await ports.engine.countImported({ userId: ports.userId(), keys });
  return { ...found, sessionCount: keys.length, alreadyImported };
}

/** Answers the calls about importing. */
export function createImportHandlers(
  ports: ImportHandlerPorts,
): Pick<HandlerMap, 'import.choose' | 'import.cancel' | 'import.run'> {
  let running: AbortController | null = null;
  /** Chats of each conversation that was found, by file and key: for the progress, and nothing else can be imported. */
  const counts = new Map<string, number>();
  const cancellable = async <T>(signal: AbortSignal, work: (ends: AbortSignal) => Promise<T>): Promise<T> => {
    const controller = new AbortController();
    running = controller;
    try {
      return await work(AbortSignal.any([signal, controller.signal]));
    } finally {
      if (running === controller) running = null;
    }
  };
  return {
    'import.choose': async (_input, { signal }) => {
      const chosen = await ports.dialogs.chooseImportFile();
      if (chosen === null) return null;
      const onRead = (done: number, total: number): void =>
        ports.emit('import-progress', { phase: 'reading', done, total });
      const path = ports.dialogs.pathOf(chosen.file);
      const found = await cancellable(signal, (ends) => ports.files.find(path, { signal: ends, onRead }));
      for (const { key, keys } of found) counts.set(`${chosen.file} ${key}`, keys.length);
      const conversations = await Promise.all(found.map((conversation) => preview(ports, conversation)));
      return { ...chosen, conversations };
    },
    'import.cancel': () => {
      running?.abort();
      return Promise.resolve(null);
    },
    'import.run': ({ file, key }, { signal }) =>
      cancellable(signal, async (ends) => {
        const count = counts.get(`${file} ${key}`);
        if (count === undefined) throw new AppError('not-found', catalogue.main.importing.conversationGone);
        const chats = ports.files.read(ports.dialogs.pathOf(file), key, { signal: ends });
        try {
          return await importChats(ports, chats, count);
        } finally {
          ports.onJobsEnqueued();
        }
      }),
  };
}
