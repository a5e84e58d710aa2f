import { join } from 'node:path';
import log from 'electron-log/node';
import type { LogFields, Logger } from '../../shared/logger';

/** The log file within the data folder; the one before it ends in `.old.log`. */
export function logFilePath(dataFolder: string): string {
  return join(dataFolder, 'logs', 'engram.log');
}

/** Writes one JSON line an entry to the data folder's log, warnings and errors to the terminal as well. */
export function createFileLogger(dataFolder: string): Logger {
  const sink = log.create({ logId: 'engram' });
  const path = logFilePath(dataFolder);
  sink.transports.file.resolvePathFn = () => path;
  sink.transports.file.level = 'debug';
  sink.transports.file.maxSize = 2 * 1024 * 1024;
  sink.transports.file.format = ({ data }) => data.map(String);
  sink.transports.console.level = 'warn';
  sink.transports.console.format = ({ data }) => data.map(String);
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, fields: LogFields = {}): void => {
      sink[level](JSON.stringify({ at: new Date().toISOString(), level, message, ...fields }));
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
