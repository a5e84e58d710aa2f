// Loaded into main before the program (`electron -r`), for the window's benchmark: answers what each thread of the
// process holds. From outside a thread the runtime tells that only in its report, which knows threads by number; the
// files they run are noted here as they begin.
/* global process, URL */
/* eslint-disable @typescript-eslint/no-require-imports -- what is loaded with -r is CommonJS */
const path = require('node:path');
const threads = require('node:worker_threads');

/** @type {Map<number, string>} the files of threads, by number */
const files = new Map();

threads.Worker = class Worker extends threads.Worker {
  /**
   * @param {string | URL} file
   * @param {import('node:worker_threads').WorkerOptions} options
   */
  constructor(file, options) {
    super(file, options);
    const { threadId } = this;
    files.set(threadId, path.basename(file instanceof URL ? file.pathname : file));
    this.once('exit', () => files.delete(threadId));
  }
};

// Names of hosts that connections go to would be looked up, which takes seconds.
Object.assign(process.report, { excludeNetwork: true });

/** @typedef {{ header: { threadId: number }, javascriptHeap: { totalCommittedMemory: number, externalMemory: number } }} ThreadReport */

/** @returns {import('./name-memory').ThreadMemory[]} */
function threadMemory() {
  const report = /** @type {ThreadReport & { workers: ThreadReport[] }} */ (process.report.getReport());
  return [report, ...report.workers].map(({ header, javascriptHeap }) => ({
    file: files.get(header.threadId) ?? null,
    heap: javascriptHeap.totalCommittedMemory,
    buffers: javascriptHeap.externalMemory,
  }));
}

Object.assign(globalThis, { threadMemory });
