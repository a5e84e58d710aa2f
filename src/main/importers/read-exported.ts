import { readFile, stat } from 'node:fs/promises';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import { allImporters } from './all-importers';
import type { ReadChats } from './importer';

const maxBytes = 200 * 1024 * 1024;

/** The chats of a file and the program they come from. */
export interface ExportedChats extends ReadChats {
  readonly from: string;
}

/** Reads a file that another program exported; null where it is of none of their formats. Errors: `import-failed`. */
export async function readExported(path: string): Promise<ExportedChats | null> {
  const { importing } = catalogue.main;
  const entries = await readEntries(path);
  const importer = allImporters.find(({ recognises }) => recognises(entries.values));
  if (importer === undefined) return null;
  const read = importer.read(entries.values, entries.modifiedAt);
  const unreadable = read.unreadable + entries.broken;
  if (read.chats.length === 0) throw new AppError('import-failed', importing.empty);
  return { ...read, unreadable, from: importer.name };
}

interface Entries {
  readonly values: readonly unknown[];
  /** Lines that are no JSON. */
  readonly broken: number;
  /** Whole milliseconds since 1970. */
  readonly modifiedAt: number;
}

async function readEntries(path: string): Promise<Entries> {
  const { importing } = catalogue.main;
  try {
    const { size, mtimeMs } = await stat(path);
    if (size > maxBytes) throw new AppError('import-failed', importing.tooLarge);
    const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/u, '');
    return { ...parseEntries(text), modifiedAt: Math.round(mtimeMs) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const reason = error instanceof Error ? error.message : '';
    throw new AppError('import-failed', importing.unreadable(reason), { cause: error });
  }
}

/** A JSON list, a single chat, or one JSON value a line. */
function parseEntries(text: string): Omit<Entries, 'modifiedAt'> {
  const whole = parse(text);
  if (Array.isArray(whole)) return { values: whole, broken: 0 };
  if (whole !== undefined) return { values: [whole], broken: 0 };
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map(parse).filter((value) => value !== undefined);
  return { values, broken: lines.length - values.length };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
