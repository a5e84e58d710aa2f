/** What something holds in memory, in megabytes; null where nothing tells, or where it is not there. */
export interface Held {
  readonly name: string;
  readonly megabytes: number | null;
}

/** What one thread of main's process holds, in bytes. */
export interface ThreadMemory {
  /** The file it runs; null for the main thread. */
  readonly file: string | null;
  /** Objects of V8, with the room it keeps for more. */
  readonly heap: number;
  /** What lies outside of the heap and belongs to its objects: arrays of numbers, compiled code's memory, long texts. */
  readonly buffers: number;
}

/** One process as the system sees it, in bytes. */
export interface ProcessMemory {
  readonly type: string;
  readonly resident: number;
  /** Of it, pages of files: Electron's code and data, which other programs of Electron's share. Null where the system does not tell. */
  readonly mapped: number | null;
}

/** All that was asked of the running program, in bytes. */
export interface MemoryAnswers {
  readonly processes: readonly ProcessMemory[];
  readonly threads: readonly ThreadMemory[];
  /** Of the engine's heap and buffers, as the program tells in Health. */
  readonly engine: { readonly vectors: number; readonly words: number; readonly paths: number };
  /** Of the engine's heap and buffers; built once and never let go. */
  readonly tokenTables: number;
  /** The most that SQLite keeps of the database, or all of it where that is less. */
  readonly sqliteLimit: number;
  readonly pageHeap: number;
}

/** Main's threads; what is neither of these imports a file or writes a copy, and ends with its work. */
const engineFile = /^engine\.worker/;
const embedderFile = /^embed\.worker/;
const otherFile = /^(?!engine\.worker|embed\.worker)./;

/** A row for each process and each large holder in it, always the same ones. What is not named is the rest. */
export function nameMemory(answers: MemoryAnswers): readonly Held[] {
  const { processes, threads, engine, pageHeap } = answers;
  const main = processOf(processes, 'Browser');
  const page = processOf(processes, 'Tab');
  const inThreads = threads.reduce((sum, { heap, buffers }) => sum + heap + buffers, 0);
  return [
    row('main process', main.resident),
    row('  mapped files', main.mapped),
    ...threadRows('main thread', threads, /^$/),
    ...threadRows('engine', threads, engineFile),
    row('    of these, vectors', engine.vectors),
    row('    of these, words', engine.words),
    row('    of these, ends of chats', engine.paths),
    row('    of these, token tables', answers.tokenTables),
    ...threadRows('embedder', threads, embedderFile),
    ...threadRows('other threads', threads, otherFile),
    row('  rest, SQLite in it', main.resident - (main.mapped ?? 0) - inThreads),
    row('    SQLite, at most', answers.sqliteLimit),
    row('page process', page.resident),
    row('  mapped files of the page', page.mapped),
    row('  heap of the page', pageHeap),
    row('  rest of the page', page.resident - (page.mapped ?? 0) - pageHeap),
    row('GPU process', processOf(processes, 'GPU').resident),
    row('network process', processOf(processes, 'Network Service').resident),
  ];
}

function row(name: string, bytes: number | null): Held {
  return { name, megabytes: bytes === null ? null : bytes / 1024 ** 2 };
}

function threadRows(name: string, threads: readonly ThreadMemory[], runs: RegExp): readonly Held[] {
  const own = threads.filter(({ file }) => runs.test(file ?? ''));
  const sum = (bytes: (thread: ThreadMemory) => number): number | null =>
    own.length === 0 ? null : own.reduce((all, thread) => all + bytes(thread), 0);
  return [
    row(
      `  ${name}, heap`,
      sum(({ heap }) => heap),
    ),
    row(
      `  ${name}, buffers`,
      sum(({ buffers }) => buffers),
    ),
  ];
}

/** @throws Error where there is none of that type. */
function processOf(processes: readonly ProcessMemory[], type: string): ProcessMemory {
  const found = processes.find((each) => each.type === type);
  if (found === undefined) throw new Error(`The program has no process “${type}”.`);
  return found;
}
