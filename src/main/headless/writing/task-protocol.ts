import { createInterface } from 'node:readline';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Socket } from 'node:net';
import { z } from 'zod';
import { appErrorShapeSchema } from '../../../shared/error-shape-schema';
import { taskSchema } from './task';

/** Longest path of a socket that every system takes (sun_path of macOS: 104 bytes with its end). */
const maxSocketPath = 103;

/**
 * Where the running program takes tasks: a socket in the data folder, which only its user may enter; on Windows a pipe
 * named after the folder. Null where the folder's path is too long for one.
 */
export function taskSocketPath(
  dataFolder: string,
  platform: NodeJS.Platform = process.platform,
): string | null {
  if (platform === 'win32') {
    const name = createHash('sha256').update(dataFolder.toLowerCase()).digest('hex').slice(0, 32);
    return `\\\\.\\pipe\\engram-${name}`;
  }
  const path = join(dataFolder, 'tasks.sock');
  return Buffer.byteLength(path) > maxSocketPath ? null : path;
}

/** What a terminal sends: one line. */
export const requestSchema = z.strictObject({ version: z.literal(1), task: taskSchema });

/** What it is answered: lines of news, then a result or an error. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('news'), news: z.unknown() }),
  z.object({ kind: z.literal('result'), result: z.unknown() }),
  z.object({ kind: z.literal('error'), error: appErrorShapeSchema }),
]);

/** Writes one line. */
export function sendLine(socket: Socket, value: unknown): void {
  if (socket.writable) socket.write(`${JSON.stringify(value)}\n`);
}

/** The lines that come in, until the socket is closed at either end. */
export function linesOf(socket: Socket): AsyncIterable<string> {
  const lines = createInterface({ input: socket, crlfDelay: Infinity });
  // A socket that breaks, or is destroyed here, does not end: whoever waits for a line would wait for ever.
  socket.once('close', () => lines.close());
  return lines;
}
