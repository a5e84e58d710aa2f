import { existsSync } from 'node:fs';
import { run } from './command.mjs';
import { parseMissing, SHARED_LIBRARIES } from './libraries.mjs';

/**
 * Which of Electron's shared libraries the system lacks, asked before the runtime is there.
 * @returns {readonly string[]} empty where the system cannot be asked
 */
export function missingFromSystem() {
  if (process.platform !== 'linux') return [];
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((file) => existsSync(file));
  if (!ldconfig) return [];
  const { ok, output } = run(ldconfig, ['-p']);
  return ok ? SHARED_LIBRARIES.filter((name) => !output.includes(name)) : [];
}

/**
 * Which shared libraries an Electron executable does not find.
 * @param {string} executable
 * @returns {readonly string[]}
 */
export function missingFor(executable) {
  return process.platform === 'linux' ? parseMissing(run('ldd', [executable]).output) : [];
}
