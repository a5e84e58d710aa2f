import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { lastLines, runLong } from './command.mjs';
import { explainFailure } from './failure.mjs';
import { SetupError, say, secondsSince } from './log.mjs';

/** @typedef {{ label: string, command: string, args: readonly string[] }} Step one compiler call */

/**
 * @typedef {object} NativeBuild
 * @property {string} name
 * @property {string} version
 * @property {string} recipe everything the result depends on: flags, Node version
 * @property {(work: string, result: string) => readonly (readonly Step[])[]} stages the steps of a stage run side by side
 */

/**
 * Where the compiled module is kept in the user's cache.
 * @param {NativeBuild} build
 * @param {string} cache
 * @returns {string}
 */
export function cachedFile(build, cache) {
  const key = createHash('sha256').update(`${build.version} ${build.recipe}`).digest('hex').slice(0, 16);
  return path.join(cache, `${build.name}-${build.version}-${key}.node`);
}

/**
 * Compiles a native module into the cache.
 * @param {NativeBuild} build
 * @param {string} cache
 * @throws {SetupError}
 */
export async function compile(build, cache) {
  const startedMs = Date.now();
  say(`compiling ${build.name} (once)`);
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(path.join(cache, 'tmp-'));
  try {
    const result = path.join(work, 'result.node');
    for (const stage of build.stages(work, result))
      await Promise.all(stage.map((step) => compileStep(build, step)));
    renameSync(result, cachedFile(build, cache));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  say(`${build.name} compiled (${secondsSince(startedMs)})`);
}

/**
 * Copies the compiled module to where its package looks for it.
 * @param {string} from
 * @param {string} to
 */
export function place(from, to) {
  mkdirSync(path.dirname(to), { recursive: true });
  copyFileSync(from, `${to}.${process.pid}`);
  renameSync(`${to}.${process.pid}`, to);
}

/**
 * The folder of Node's C headers.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 * @throws {SetupError}
 */
export function nodeHeaders(env) {
  const prefix = path.dirname(path.dirname(process.execPath));
  const places = [env['npm_config_nodedir'], prefix, '/usr', '/usr/local'].flatMap((folder) => folder ?? []);
  const found = places.find((folder) => existsSync(path.join(folder, 'include/node/node_api.h')));
  if (found) return path.join(found, 'include/node');
  throw new SetupError(
    "native modules must be compiled here and Node's headers (node_api.h) are missing: run  sudo apt-get install -y libnode-dev " +
      ' or name their folder:  npm_config_nodedir=/path/to/node npm run setup',
  );
}

/**
 * @param {NativeBuild} build
 * @param {Step} step
 */
async function compileStep(build, step) {
  const { ok, output } = await runLong(`${build.name}, ${step.label}`, step.command, step.args);
  if (ok) return;
  throw new SetupError(
    `compiling ${build.name} failed: ${explainFailure(output) ?? `${step.command} said`}\n${lastLines(output)}`,
  );
}
