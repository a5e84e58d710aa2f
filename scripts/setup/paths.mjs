import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';

/** The checkout's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** `require` as a file in the checkout's root would do it; usable once the dependencies are installed. */
export const requireFromRoot = createRequire(path.join(root, 'package.json'));

/**
 * A path in node_modules.
 * @param {...string} parts
 * @returns {string}
 */
export function inModules(...parts) {
  return path.join(root, 'node_modules', ...parts);
}

/**
 * The user's cache of runtimes and compiled natives, shared by all checkouts.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function cacheFolder(env) {
  if (env['ENGRAM_CACHE']) return path.resolve(env['ENGRAM_CACHE']);
  return path.join(env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'engram-toolchain');
}

/**
 * The folder of an installed package as another package sees it: hoisted or nested.
 * @param {string} name
 * @param {string} from the folder of the package that needs it
 * @returns {string}
 */
export function packageFolder(name, from) {
  return path.dirname(requireFromRoot.resolve(`${name}/package.json`, { paths: [from] }));
}

/**
 * The version of an installed package.
 * @param {string} name
 * @returns {string} empty where it is not installed
 */
export function packageVersion(name) {
  const manifest = /** @type {{ version?: unknown } | undefined} */ (
    readJson(inModules(name, 'package.json'))
  );
  return typeof manifest?.version === 'string' ? manifest.version : '';
}

/**
 * A JSON file, or undefined where there is none or it is cut short.
 * @param {string} file
 * @returns {unknown}
 */
export function readJson(file) {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}
