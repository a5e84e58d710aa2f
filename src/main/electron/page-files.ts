import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** The page's files: address path (`/assets/a.js`) → file on disk. */
export type PageFiles = ReadonlyMap<string, string>;

/**
 * Lists the files of a folder once. Serving looks addresses up in this list instead of joining paths, so
 * nothing outside the folder can be named; links are left out for the same reason.
 */
export async function listPageFiles(root: string): Promise<PageFiles> {
  const files = new Map<string, string>();
  const visit = async (folder: string, address: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await visit(path, `${address}${entry.name}/`);
      else if (entry.isFile()) files.set(`${address}${entry.name}`, path);
    }
  };
  await visit(root, '/');
  return files;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

/** The media type of a file by its ending; an unknown one is offered as bytes and never guessed. */
export function contentType(path: string): string {
  return contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';
}
