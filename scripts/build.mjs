import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { attached, packageFile } from './child.mjs';
import { inModules, root } from './setup/paths.mjs';
import { hashFiles, stampHolds, writeStamp } from './setup/stamp.mjs';

const STAMP = inModules('.cache', 'engram', 'build.json');

const SOURCES = [
  'src',
  'resources',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'electron.vite.config.ts',
];

const RESULTS = ['out/main/index.cjs', 'out/renderer/index.html'];

/**
 * Builds the app into out/, unless it was built from these very sources.
 * @returns {Promise<boolean>} whether out/ is now up to date
 */
export async function buildIfChanged() {
  const key = hashFiles(root, SOURCES);
  const results = RESULTS.map((file) => path.join(root, file));
  if (stampHolds(STAMP, key, results)) return true;
  rmSync(STAMP, { force: true });
  const vite = packageFile('electron-vite', 'bin/electron-vite.js');
  if ((await attached(process.execPath, [vite, 'build', '--logLevel', 'warn'])) !== 0) return false;
  writeStamp(STAMP, key, results);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exit((await buildIfChanged()) ? 0 : 1);
