import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { UpdateView } from '../../shared/model/update';

const words = catalogue.updates.errors;

/** Loaded where a channel file was chosen; no other start needs to read YAML. */
const channelReader = () => import('./read-channel');

/** Looks into a channel file for a version newer than this one. Nothing is fetched and nothing installed. */
export async function lookForUpdate(file: string | null, current: string): Promise<UpdateView> {
  if (file === null) return { file, state: 'off', offered: null };
  const { readChannel } = await channelReader();
  const { gt } = await import('semver');
  const channel = await readChannel(file);
  if (channel === null) return { file, state: 'unreadable', offered: null };
  const { version, releasedAt } = channel;
  return { file, state: gt(version, current) ? 'newer' : 'newest', offered: { version, releasedAt } };
}

/**
 * The folder of the offered version, once one of its packages there was found to be what the channel file says.
 *
 * @throws AppError `not-found` where no package is there or the channel file cannot be read, `conflict` where one is not what
 * it should be.
 */
export async function folderOfWholePackage(file: string, signal: AbortSignal): Promise<string> {
  const { readChannel } = await channelReader();
  const channel = await readChannel(file);
  if (channel === null) throw new AppError('not-found', words.unreadable);
  const folder = dirname(file);
  for (const { name, sha512 } of channel.packages) {
    const path = join(folder, name);
    if (!(await isThere(path))) continue;
    const hash = createHash('sha512');
    await pipeline(createReadStream(path), hash, { signal });
    if (hash.digest('base64') !== sha512) throw new AppError('conflict', words.damaged(name));
    return folder;
  }
  throw new AppError('not-found', words.noPackage);
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
