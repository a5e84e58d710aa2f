import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { readJson } from './paths.mjs';

/** What decides whether a finished set-up still holds, relative to the root; folders count with all their files. */
const STAMP_INPUTS = [
  'package.json',
  'package-lock.json',
  'scripts/setup.mjs',
  'scripts/setup',
  'scripts/electron-shim',
];

/** @typedef {{ node: string, platform: string, arch: string }} Machine */

/**
 * A key that changes when any input of the set-up changes.
 * @param {string} rootFolder
 * @param {Machine} machine
 * @returns {string} sha256 in hex
 */
export function stampKey(rootFolder, machine) {
  const place = `${machine.node} ${machine.platform} ${machine.arch}`;
  return createHash('sha256')
    .update(`${hashFiles(rootFolder, STAMP_INPUTS)} ${place}`)
    .digest('hex');
}

/**
 * One hash over the names and contents of files.
 * @param {string} rootFolder
 * @param {readonly string[]} inputs files and folders, relative; missing ones count as empty
 * @returns {string} sha256 in hex
 */
export function hashFiles(rootFolder, inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesBelow(rootFolder, input))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(rootFolder, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * Whether the last finished set-up had this key and everything it made is still there.
 * @param {string} stampFile
 * @param {string} key
 * @param {readonly string[]} [alsoNeeded] files that must exist besides those of the stamp
 * @returns {boolean}
 */
export function stampHolds(stampFile, key, alsoNeeded = []) {
  const stamp = /** @type {{ key?: unknown, files?: unknown } | undefined} */ (readJson(stampFile));
  if (stamp?.key !== key || !Array.isArray(stamp.files)) return false;
  /** @type {readonly unknown[]} */
  const files = alsoNeeded.concat(stamp.files);
  return files.every((file) => typeof file === 'string' && existsSync(file));
}

/**
 * Records a finished set-up; a reader never sees half a stamp.
 * @param {string} stampFile
 * @param {string} key
 * @param {readonly string[]} files absolute paths that must exist for the stamp to hold
 */
export function writeStamp(stampFile, key, files) {
  mkdirSync(path.dirname(stampFile), { recursive: true });
  const half = `${stampFile}.${process.pid}`;
  writeFileSync(half, JSON.stringify({ key, files }, null, 2));
  renameSync(half, stampFile);
}

/**
 * @param {string} rootFolder
 * @param {string} input
 * @returns {string[]} relative, in a fixed order, with forward slashes
 */
function filesBelow(rootFolder, input) {
  const full = path.join(rootFolder, input);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [input];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(rootFolder, `${input}/${name}`));
}
