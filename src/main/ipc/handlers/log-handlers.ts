import { catalogue } from '../../../shared/catalogue/catalogue';
import type { LogPreview } from '../../../shared/contract/calls/log-calls';
import type { Clock } from '../../memory/ports/clock';
import type { Dialogs } from '../dialogs';
import type { HandlerMap } from '../handler-map';

/** What the calls about the log need. */
export interface LogHandlerPorts {
  readonly dialogs: Dialogs;
  /** The log as it is now. */
  readonly readLog: () => Promise<LogPreview>;
  /** Writes a text whole or not at all. */
  readonly writeText: (path: string, text: string, signal: AbortSignal) => Promise<void>;
  readonly clock: Pick<Clock, 'now'>;
}

/** Answers the calls about the log. */
export function createLogHandlers(ports: LogHandlerPorts): Pick<HandlerMap, 'logs.preview' | 'logs.export'> {
  return {
    'logs.preview': () => ports.readLog(),
    'logs.export': async (_input, { signal }) => {
      const day = new Date(ports.clock.now()).toISOString().slice(0, 10);
      const chosen = await ports.dialogs.chooseExportPlace(catalogue.app.log.fileName(day), 'log');
      if (chosen === null) return null;
      await ports.writeText(chosen.path, (await ports.readLog()).text, signal);
      return { name: chosen.name };
    },
  };
}
