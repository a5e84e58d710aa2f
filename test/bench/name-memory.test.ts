import { describe, expect, it } from 'vitest';
import { nameMemory, type MemoryAnswers } from '../../bench/name-memory';

const megabyte = 1024 ** 2;
const answers: MemoryAnswers = {
  processes: [
    { type: 'Browser', resident: 400 * megabyte, mapped: 160 * megabyte },
    { type: 'GPU', resident: 60 * megabyte, mapped: null },
    { type: 'Network Service', resident: 66 * megabyte, mapped: null },
    { type: 'Tab', resident: 130 * megabyte, mapped: 90 * megabyte },
  ],
  threads: [
    { file: null, heap: 13 * megabyte, buffers: 3 * megabyte },
    { file: 'engine.worker-1a2b.cjs', heap: 30 * megabyte, buffers: 60 * megabyte },
    { file: 'import.worker-3c4d.cjs', heap: 8 * megabyte, buffers: megabyte },
  ],
  engine: { vectors: 50 * megabyte, words: 15 * megabyte, paths: 0 },
  tokenTables: 19 * megabyte,
  sqliteLimit: 32 * megabyte,
  pageHeap: 20 * megabyte,
};

const named = (given: MemoryAnswers): ReadonlyMap<string, number | null> =>
  new Map(nameMemory(given).map(({ name, megabytes }) => [name.trim(), megabytes]));

describe('the holders of memory', () => {
  it('are files, threads, and the rest of each process', () => {
    const rows = named(answers);
    expect(rows.get('engine, heap')).toBe(30);
    expect(rows.get('of these, vectors')).toBe(50);
    expect(rows.get('other threads, heap')).toBe(8);
    expect(rows.get('rest, SQLite in it')).toBe(400 - 160 - 16 - 90 - 9);
    expect(rows.get('rest of the page')).toBe(20);
  });

  it('have no figure where a thread is not there, and the rest holds what the system does not tell apart', () => {
    expect(named(answers).get('embedder, heap')).toBeNull();
    const untold = answers.processes.map((each) => ({ ...each, mapped: null }));
    const rows = named({ ...answers, processes: untold });
    expect(rows.get('mapped files')).toBeNull();
    expect(rows.get('rest, SQLite in it')).toBe(400 - 16 - 90 - 9);
  });

  it('are not guessed where a process is missing', () => {
    expect(() => nameMemory({ ...answers, processes: [] })).toThrow('no process “Browser”');
  });
});
