import { appendFile, mkdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { networkPurposes, type NetworkEntry } from '../../shared/model/network';
import type { Logger } from '../../shared/logger';

/** The network log within the data folder; the one before it ends in `.old.log`. */
export function networkLogPath(dataFolder: string): string {
  return join(dataFolder, 'logs', 'network.log');
}

const largestBytes = 512 * 1024;

const lineSchema = z.object({
  at: z.number(),
  method: z.string(),
  origin: z.string(),
  path: z.string(),
  purpose: z.enum(networkPurposes),
  outcome: z.enum(['done', 'failed', 'refused']),
  status: z.number().nullable(),
  bytesSent: z.number(),
  bytesReceived: z.number(),
  ms: z.number(),
});

/** Keeps finished requests over a restart, one JSON line each, in two files at most. */
export function createNetworkLogFile(
  path: string,
  logger: Logger,
): {
  readonly write: (entry: NetworkEntry) => void;
  /** Oldest first; lines that cannot be read are passed over. */
  readonly read: () => Promise<readonly Omit<NetworkEntry, 'id'>[]>;
  /** Resolves when everything is written. */
  readonly flush: () => Promise<void>;
} {
  let writing: Promise<void> = Promise.resolve();
  const append = async (line: string): Promise<void> => {
    try {
      await mkdir(dirname(path), { recursive: true });
      if (await isFull(path)) await rename(path, path.replace(/\.log$/, '.old.log'));
      await appendFile(path, line);
    } catch (error) {
      logger.warn('the network log was not written', { error: error instanceof Error ? error.message : '' });
    }
  };
  return {
    write: (entry) => {
      const { id: _id, ...line } = entry;
      writing = writing.then(() => append(`${JSON.stringify(line)}\n`));
    },
    read: async () => {
      const text = await readFile(path, 'utf8').catch(() => '');
      return text.split('\n').flatMap((line) => {
        const parsed = lineSchema.safeParse(parse(line));
        return parsed.success ? [parsed.data] : [];
      });
    },
    flush: () => writing,
  };
}

async function isFull(path: string): Promise<boolean> {
  const size = await stat(path).then(
    (stats) => stats.size,
    () => 0,
  );
  return size >= largestBytes;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
