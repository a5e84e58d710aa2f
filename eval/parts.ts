import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** A run in parts: what an earlier run of the same has done of it, and broke off, is not done again. */
export interface Parts {
  /** What is kept of a part, or else makes it, saying so, and keeps it. */
  get<Part>(name: string, make: () => Promise<Part>): Promise<Part>;
  /** The run came to its end: the next one begins anew. */
  end(): Promise<void>;
}

/** What a run in parts is. */
export interface PartsOptions {
  /** Where the parts of unfinished runs are kept; null keeps nothing. */
  readonly folder: string | null;
  /** All that decides what comes out: arguments, files, code. Another is another run. */
  readonly identity: string;
  readonly total: number;
  readonly onProgress: (text: string) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly now?: () => number;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** Says how long the parts that are left take, at the pace of those that were made. */
function leftText(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  return seconds < 90
    ? `about ${String(seconds)} s left`
    : `about ${String(Math.ceil(seconds / 60))} min left`;
}

/** Opens the parts of a run. */
export async function openParts(options: PartsOptions): Promise<Parts> {
  const { identity, total, onProgress, now = () => performance.now() } = options;
  const folder = options.folder === null ? null : join(options.folder, hashOf(identity));
  const kept = new Set(folder === null ? [] : await readdir(folder).catch(() => []));
  if (kept.size > 0) {
    onProgress(`goes on with a run that broke off: ${String(kept.size)} of ${String(total)} parts are there`);
  }
  let [seen, made, spent] = [0, 0, 0];
  return {
    get: async <Part>(name: string, make: () => Promise<Part>) => {
      const file = hashOf(name);
      seen += 1;
      // What was written by the same code, whose types hold for it.
      if (folder !== null && kept.has(file)) return deserialize(await readFile(join(folder, file))) as Part;
      const left = made === 0 ? '' : `, ${leftText((spent / made) * (total - seen + 1))}`;
      onProgress(`${name} (${String(seen)} of ${String(total)}${left})`);
      const begun = now();
      const part = await make();
      made += 1;
      spent += now() - begun;
      if (folder !== null) await keep(folder, file, serialize(part));
      return part;
    },
    end: async () => {
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Whole or not at all. */
async function keep(folder: string, file: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  // Beside the parts, so that one left by a kill is not taken for one.
  const draft = `${folder}.writing`;
  await writeFile(draft, bytes);
  await rename(draft, join(folder, file));
}

/** A run that keeps nothing and tells nothing. */
export const keepNothing = (total: number): Promise<Parts> =>
  openParts({ folder: null, identity: '', total, onProgress: () => undefined });
