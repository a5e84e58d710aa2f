import { existsSync, rmSync } from 'node:fs';
import { ensureSystemPackages } from './apt.mjs';
import { downloadFaiss, faissBuild, faissTarget } from './faiss.mjs';
import { SetupError, say } from './log.mjs';
import { cachedFile, compile, place } from './native-build.mjs';
import { planNative } from './plan.mjs';
import { loadsIn } from './probe.mjs';
import { sqliteBuild, sqliteTarget } from './sqlite.mjs';

/**
 * @typedef {object} Native
 * @property {'better-sqlite3' | 'faiss-node'} name
 * @property {() => import('./native-build.mjs').NativeBuild} build
 * @property {() => string} target
 * @property {(() => Promise<void>) | undefined} download undefined where the prebuilds come inside the npm package
 */

/** @type {Native} */
export const SQLITE = {
  name: 'better-sqlite3',
  build: sqliteBuild,
  target: sqliteTarget,
  download: undefined,
};

/** @type {Native} */
export const FAISS = { name: 'faiss-node', build: faissBuild, target: faissTarget, download: downloadFaiss };

/**
 * What Node alone already tells about a native module, before Electron is there.
 * @param {Native} native
 * @param {{ cache: string, reachable: () => Promise<boolean> }} options
 * @returns {Promise<ReturnType<typeof planNative>>}
 */
export async function surveyNative(native, { cache, reachable }) {
  return planNow(native, cache, [process.execPath], reachable);
}

/**
 * Makes a native module load in Node and in Electron.
 * @param {Native} native
 * @param {{ cache: string, programs: readonly string[], reachable: () => Promise<boolean> }} options
 * @throws {SetupError}
 */
export async function ensureNative(native, { cache, programs, reachable }) {
  const works = () => loadsIn(native.name, programs);
  let plan = await planNow(native, cache, programs, reachable);
  if (plan.kind === 'cached') {
    place(cachedFile(native.build(), cache), native.target());
    if (works()) {
      say(`${native.name} ready (from the cache)`);
      return;
    }
    rmSync(cachedFile(native.build(), cache), { force: true });
    plan = await planNow(native, cache, programs, reachable);
  }
  if (plan.kind === 'prebuilt') {
    await native.download?.();
    if (works()) {
      say(`${native.name} ready`);
      return;
    }
    plan = await planNow(native, cache, programs, () => Promise.resolve(false));
  }
  if (plan.kind === 'keep') return;
  if (plan.kind === 'refuse') throw new SetupError(plan.message);
  await ensureSystemPackages({
    missingLibraries: [],
    compiles: true,
    compilesFaiss: native.name === 'faiss-node',
  });
  await compile(native.build(), cache);
  place(cachedFile(native.build(), cache), native.target());
  if (works()) {
    say(`${native.name} ready`);
    return;
  }
  rmSync(native.target(), { force: true });
  throw new SetupError(
    `${native.name} was compiled but does not load: run  rm -rf node_modules "${cache}"  and then  npm run setup`,
  );
}

/**
 * @param {Native} native
 * @param {string} cache
 * @param {readonly string[]} programs
 * @param {() => Promise<boolean>} reachable
 */
async function planNow(native, cache, programs, reachable) {
  const loads = loadsIn(native.name, programs);
  const cached = !loads && process.platform === 'linux' && existsSync(cachedFile(native.build(), cache));
  const prebuildReachable = !loads && !cached && native.download !== undefined && (await reachable());
  return planNative({ name: native.name, platform: process.platform, loads, cached, prebuildReachable });
}
