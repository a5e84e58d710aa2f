import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import { providerIdSchema, type ProviderId } from '../../shared/model/provider';

const words = catalogue.keys;

const savedKeySchema = z.object({
  /** Scheme, host and port it may be sent to. */
  origin: z.string(),
  /** Base64. */
  encrypted: z.base64().min(1),
});

/** A key as it lies on disk. */
export type SavedKey = Readonly<z.infer<typeof savedKeySchema>>;

const fileSchema = z.object({ version: z.literal(1), keys: z.record(providerIdSchema, savedKeySchema) });

/** Reads the file of keys; a damaged one counts as empty and is kept beside it as `….damaged`. */
export async function readKeyFile(path: string): Promise<ReadonlyMap<ProviderId, SavedKey>> {
  try {
    const file = fileSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    return new Map(Object.entries(file.keys).map(([id, key]) => [providerIdSchema.parse(id), key]));
  } catch (error) {
    // Nothing to keep, or a disk that lets nothing be kept: the keys are entered again.
    if (codeOf(error) !== 'ENOENT') await rename(path, `${path}.damaged`).catch(() => undefined);
    return new Map();
  }
}

/** Replaces the file in one step. Errors: `storage-full`, `storage-read-only`; the old file then stays. */
export async function writeKeyFile(path: string, keys: ReadonlyMap<ProviderId, SavedKey>): Promise<void> {
  const text = `${JSON.stringify({ version: 1, keys: Object.fromEntries(keys) }, null, 2)}\n`;
  const written = `${path}.new`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // A leftover of a crash would keep its own mode.
    await rm(written, { force: true });
    const file = await open(written, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(written, path);
  } catch (cause) {
    throw toFileError(cause);
  }
}

function toFileError(cause: unknown): AppError {
  const full = ['ENOSPC', 'EDQUOT'].includes(codeOf(cause));
  return full
    ? new AppError('storage-full', words.diskFull, { cause, retryable: true })
    : new AppError('storage-read-only', words.readOnly, { cause, retryable: true });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
