import { writeExport } from '../exporters/write-export';
import { createLogHandlers } from '../ipc/handlers/log-handlers';
import type { Base } from './base';
import { readLog } from './log-reader';

/** The log, from its files to one of the user's. */
export function wireLog(base: Pick<Base, 'dialogs' | 'clock'>, dataFolder: string) {
  return createLogHandlers({
    ...base,
    readLog: () => readLog(dataFolder),
    writeText: (path, text, signal) => writeExport(path, oneText(text), signal),
  });
}

// eslint-disable-next-line @typescript-eslint/require-await -- what is written is read as it comes
async function* oneText(text: string): AsyncGenerator<string> {
  yield text;
}
