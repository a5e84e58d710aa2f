import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { say } from './log.mjs';

/** A lock this old belongs to a set-up that hangs or to a process id that was given out again. */
const STALE_MS = 30 * 60_000;
const POLL_MS = 300;

/**
 * Lets one set-up at a time change a checkout; a second one waits, and takes over when the first was killed.
 * @param {string} cache
 * @param {string} rootFolder
 * @returns {Promise<() => void>} gives the lock back
 */
export async function lockTree(cache, rootFolder) {
  mkdirSync(cache, { recursive: true });
  const file = path.join(cache, `lock-${createHash('sha256').update(rootFolder).digest('hex').slice(0, 16)}`);
  for (let told = false; ;) {
    if (tryLock(file)) return () => rmSync(file, { force: true });
    if (isStale(file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) say('another set-up of this checkout is running: waiting for it');
    told = true;
    await wait(POLL_MS);
  }
}

/** @param {string} file */
function tryLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function isStale(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_MS) return true;
    const owner = Number(readFileSync(file, 'utf8'));
    // Empty for the instant between creation and write: not stale.
    return owner > 0 && !isAlive(owner);
  } catch {
    return false;
  }
}

/** @param {number} processId */
function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
