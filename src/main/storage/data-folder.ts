import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionId, UserId } from '../../shared/model/ids';
import { AppError } from '../../shared/errors';
import { catalogue } from '../../shared/catalogue/catalogue';
import { toStorageError } from './storage-error';

const words = catalogue.storage;

/** Where everything lies in one data folder. */
export interface DataFolder {
  readonly root: string;
  readonly database: string;
  readonly lock: string;
  readonly backups: string;
  readonly logs: string;
  /** All cache files of one user's vectors. */
  vectorsOf(userId: UserId): string;
  /** The cache file of one session's vectors for one embedder. */
  vectorFile(userId: UserId, sessionId: SessionId, model: string): string;
}

/** An id as a file name; ids are checked at the edge, but a path is no place to rely on that. */
function asFileName(id: string): string {
  if (!/^[\w-]{1,100}$/.test(id)) throw new AppError('bad-input', words.badName(id));
  return id;
}

/** How the name of a vector cache file ends. */
export const vectorCacheEnding = '.vectors';

/** Names the files of a data folder without touching the disk. */
export function dataFolderAt(root: string): DataFolder {
  const vectorsOf = (userId: UserId): string => join(root, 'vectors', asFileName(userId));
  return {
    root,
    database: join(root, 'engram.db'),
    lock: join(root, 'lock.db'),
    backups: join(root, 'backups'),
    logs: join(root, 'logs'),
    vectorsOf,
    vectorFile: (userId, sessionId, model) => {
      // A model's name may hold slashes and colons.
      const modelName = model.replaceAll(/[^\w-]+/g, '_').slice(0, 60);
      return join(vectorsOf(userId), `${asFileName(sessionId)}.${asFileName(modelName)}${vectorCacheEnding}`);
    },
  };
}

/**
 * Creates a data folder and its parts where they are missing.
 *
 * @throws AppError `storage-read-only` or `storage-full` when it cannot be written to.
 */
export function ensureDataFolder(root: string): DataFolder {
  const folder = dataFolderAt(root);
  try {
    // 0700: chats are nobody else's business on a shared machine.
    mkdirSync(root, { recursive: true, mode: 0o700 });
    for (const part of [folder.backups, folder.logs, join(root, 'vectors')]) {
      mkdirSync(part, { recursive: true, mode: 0o700 });
    }
    accessSync(root, constants.R_OK | constants.W_OK);
    return folder;
  } catch (error) {
    throw toStorageError(error);
  }
}
