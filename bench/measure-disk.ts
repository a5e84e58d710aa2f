import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Timed } from './timed-steps';

/** A page of the database. */
const pageBytes = 4_096;
const echo =
  "const { parentPort } = require('node:worker_threads'); parentPort.on('message', (message) => parentPort.postMessage(message));";

/** What a step of a turn cannot be quicker than: writing one page to the same disk, and a message to another thread and back. */
export interface Floors {
  readonly writeOnce: () => Promise<void>;
  readonly roundTrip: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a file in the folder and a thread that sends back what it is sent. */
export function openFloors(folder: string): Floors {
  const file = openSync(join(folder, 'bare'), 'w');
  const page = Buffer.alloc(pageBytes, 1);
  const thread = new Worker(echo, { eval: true });
  let place = 0;
  return {
    writeOnce: () => {
      place += writeSync(file, page, 0, pageBytes, place);
      fsyncSync(file);
      return Promise.resolve();
    },
    roundTrip: () =>
      new Promise((resolve) => {
        thread.once('message', () => resolve());
        thread.postMessage({ text: 'a'.repeat(300) });
      }),
    close: async () => {
      closeSync(file);
      await thread.terminate();
    },
  };
}

/** Times both, beside the steps of a turn. */
export async function timeFloors(floors: Floors, timed: Timed): Promise<void> {
  await timed('bare write and fsync', floors.writeOnce);
  await timed('thread there and back', floors.roundTrip);
}
