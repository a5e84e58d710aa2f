import { randomUUID } from 'node:crypto';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { FileToken } from '../../shared/model/ids';
import { fileTokenSchema } from '../../shared/model/ids';

/** Stands between the page and the disk: the page names a chosen file by a token only main can read. */
export interface FileTokens {
  issue(path: string): FileToken;
  /** The path of a token; `AppError('not-found')` for one that was not issued since the start. */
  pathOf(token: FileToken): string;
}

/** Makes an empty token table; at most 64 files stay open, the oldest goes first. */
export function createFileTokens(): FileTokens {
  const paths = new Map<FileToken, string>();
  return {
    issue: (path) => {
      const token = fileTokenSchema.parse(randomUUID());
      paths.set(token, path);
      const [oldest] = paths.keys();
      if (paths.size > 64 && oldest !== undefined) paths.delete(oldest);
      return token;
    },
    pathOf: (token) => {
      const path = paths.get(token);
      if (path === undefined) throw new AppError('not-found', catalogue.main.errors.fileGone);
      return path;
    },
  };
}
