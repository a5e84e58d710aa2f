import { catalogue } from '../../../shared/catalogue/catalogue';
import type { Emit } from '../../../shared/contract/emit';
import { AppError } from '../../../shared/errors';
import type { UserId } from '../../../shared/model/ids';
import type { ImportPreview } from '../../../shared/model/import';
import type { ConversationImport } from '../../memory/ports/conversation-import';
import type { ChatFiles, FoundConversation } from '../../memory/ports/chat-files';
import type { Dialogs } from '../dialogs';
import type { HandlerMap } from '../handler-map';
import type { Imports } from '../imports';

/** What the import calls need. */
export interface ImportHandlerPorts {
  readonly engine: Pick<ConversationImport, 'countImported'>;
  readonly userId: () => UserId;
  readonly dialogs: Dialogs;
  readonly files: ChatFiles;
  readonly imports: Imports;
  readonly emit: Emit;
}

async function preview(
  ports: ImportHandlerPorts,
  { keys, ...found }: FoundConversation,
): Promise<ImportPreview> {
  const alreadyImported = await ports.engine.countImported({ userId: ports.userId(), keys });
  return { ...found, sessionCount: keys.length, alreadyImported };
}

/** Answers the calls about importing. */
export function createImportHandlers(
  ports: ImportHandlerPorts,
): Pick<HandlerMap, 'import.choose' | 'import.cancel' | 'import.run' | 'import.status' | 'import.dismiss'> {
  const { dialogs, files, imports, emit } = ports;
  let reading: AbortController | null = null;
  /** Chats of each conversation that was found, by file and key: for the progress, and nothing else can be imported. */
  const counts = new Map<string, number>();
  const look = async (path: string, signal: AbortSignal): Promise<readonly FoundConversation[]> => {
    const controller = new AbortController();
    reading = controller;
    const onRead = (done: number, total: number): void => emit('import-progress', { done, total });
    try {
      return await files.find(path, { signal: AbortSignal.any([signal, controller.signal]), onRead });
    } finally {
      if (reading === controller) reading = null;
    }
  };
  return {
    'import.choose': async (_input, { signal }) => {
      const chosen = await dialogs.chooseImportFile();
      if (chosen === null) return null;
      const found = await look(dialogs.pathOf(chosen.file), signal);
      for (const { key, keys } of found) counts.set(`${chosen.file} ${key}`, keys.length);
      const conversations = await Promise.all(found.map((conversation) => preview(ports, conversation)));
      return { ...chosen, conversations };
    },
    'import.cancel': () => {
      if (reading === null) imports.cancel(ports.userId());
      else reading.abort();
      return Promise.resolve(null);
    },
    'import.run': async ({ file, key }, { signal }) => {
      const chats = counts.get(`${file} ${key}`);
      if (chats === undefined) throw new AppError('not-found', catalogue.main.importing.conversationGone);
      return imports.run(
        { path: dialogs.pathOf(file), key, chats },
        { userId: ports.userId(), emit },
        signal,
      );
    },
    'import.status': () => Promise.resolve(imports.status(ports.userId())),
    'import.dismiss': () => {
      imports.dismiss({ userId: ports.userId(), emit });
      return Promise.resolve(null);
    },
  };
}
