import { catalogue } from '../../../shared/catalogue/catalogue';
import type { Emit } from '../../../shared/contract/emit';
import { AppError } from '../../../shared/errors';
import type { ExportFormat } from '../../../shared/model/export';
import type { SessionId, UserId } from '../../../shared/model/ids';
import type { Clock } from '../../memory/ports/clock';
import type { Dialogs } from '../dialogs';
import type { HandlerMap } from '../handler-map';

/** Writes an export to a file. */
export type WriteExport = (input: {
  readonly path: string;
  readonly format: ExportFormat;
  readonly userId: UserId;
  readonly sessionIds: readonly SessionId[] | null;
  readonly signal: AbortSignal;
  readonly onChat: (done: number, total: number, messages: number) => void;
}) => Promise<void>;

/** What the export calls need. */
export interface ExportHandlerPorts {
  readonly userId: () => UserId;
  readonly dialogs: Dialogs;
  readonly write: WriteExport;
  /** The ending of such a file, without the dot. */
  readonly extensionOf: (format: ExportFormat) => Promise<string>;
  readonly emit: Emit;
  readonly clock: Pick<Clock, 'now'>;
}

/** Answers the calls about exporting. */
export function createExportHandlers(
  ports: ExportHandlerPorts,
): Pick<HandlerMap, 'export.run' | 'export.cancel'> {
  const words = catalogue.exporting;
  let running: AbortController | null = null;
  return {
    'export.run': async ({ sessionIds, format }, { signal }) => {
      if (running !== null) throw new AppError('conflict', words.errors.running);
      const userId = ports.userId();
      const cancel = new AbortController();
      running = cancel;
      try {
        const day = new Date(ports.clock.now()).toISOString().slice(0, 10);
        const extension = await ports.extensionOf(format);
        const chosen = await ports.dialogs.chooseExportPlace(words.fileName(day), extension);
        if (chosen === null) return null;
        let [chats, messages] = [0, 0];
        await ports.write({
          path: chosen.path,
          format,
          userId,
          sessionIds,
          signal: AbortSignal.any([signal, cancel.signal]),
          onChat: (done, total, written) => {
            [chats, messages] = [done, written];
            ports.emit('export-progress', { done, total });
          },
        });
        return { name: chosen.name, chats, messages };
      } finally {
        running = null;
      }
    },
    'export.cancel': () => {
      running?.abort();
      return Promise.resolve(null);
    },
  };
}
