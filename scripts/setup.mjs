// Makes a checkout ready to build, run and test: dependencies, Electron, native modules. Every step looks first and
// does nothing where nothing is to be done; when nothing changed since the last run, this ends at once. Until the
// dependencies are installed only Node's built-in modules may be imported, here and in setup/.
import { rmSync } from 'node:fs';
import { ensureSystemPackages } from './setup/apt.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { electronExecutable, ensureElectron, installedVersion } from './setup/electron.mjs';
import { missingFor, missingFromSystem } from './setup/electron-libraries.mjs';
import { explainFailure } from './setup/failure.mjs';
import { SetupError, say, secondsSince } from './setup/log.mjs';
import { compile } from './setup/native-build.mjs';
import { ensureNative, FAISS, SQLITE, surveyNative } from './setup/natives.mjs';
import { createReachability } from './setup/network.mjs';
import { cacheFolder, inModules, root } from './setup/paths.mjs';
import { planNode } from './setup/plan.mjs';
import { stampHolds, stampKey, writeStamp } from './setup/stamp.mjs';
import { lockTree } from './setup/tree-lock.mjs';

const STAMP = inModules('.cache', 'engram', 'setup.json');

/** Everything, in order. */
async function setUp() {
  const node = planNode(process.versions.node);
  if (node.kind === 'refuse') throw new SetupError(node.message);
  if (process.argv.includes('--force')) rmSync(STAMP, { force: true });
  if (stampHolds(STAMP, currentKey())) return;

  const startedMs = Date.now();
  const cache = cacheFolder(process.env);
  const unlock = await lockTree(cache, root);
  try {
    if (stampHolds(STAMP, currentKey())) return;
    await installDependencies();
    await prepareRuntimes(cache);
    writeStamp(STAMP, currentKey(), [electronExecutable(), inModules('electron', 'path.txt')]);
    say(`ready: Electron ${installedVersion()}, Node ${process.versions.node} (${secondsSince(startedMs)})`);
  } finally {
    unlock();
  }
}

/** @param {string} cache */
async function prepareRuntimes(cache) {
  const options = { cache, reachable: createReachability(process.env) };
  const sqlite = await surveyNative(SQLITE, options);
  const faiss = await surveyNative(FAISS, options);
  // One question to apt, before the long downloads, for all that is missing.
  await ensureSystemPackages({
    missingLibraries: missingFromSystem(),
    compiles: sqlite.kind === 'compile' || faiss.kind === 'compile',
    compilesFaiss: faiss.kind === 'compile',
  });
  // SQLite's compilation takes as long as Electron's download: side by side.
  await Promise.all([
    ensureElectron(options),
    sqlite.kind === 'compile' ? compile(SQLITE.build(), cache) : undefined,
  ]);
  await ensureElectronStarts();
  const programs = [process.execPath, electronExecutable()];
  await ensureNative(SQLITE, { ...options, programs });
  await ensureNative(FAISS, { ...options, programs });
}

async function ensureElectronStarts() {
  const missingLibraries = missingFor(electronExecutable());
  await ensureSystemPackages({ missingLibraries, compiles: false, compilesFaiss: false });
  const missing = missingFor(electronExecutable());
  if (missing.length > 0) {
    throw new SetupError(
      `Electron cannot start, shared libraries are missing: ${missing.join(', ')}. Install the packages that hold them.`,
    );
  }
}

function currentKey() {
  return stampKey(root, { node: process.version, platform: process.platform, arch: process.arch });
}

/**
 * @param {unknown} error
 * @returns {string} for the user; a stack only where the fault is ours
 */
function tell(error) {
  if (error instanceof SetupError) return error.message;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const cause = explainFailure(text);
  return cause
    ? `${cause}\n    ${text.split('\n')[0]}`
    : `a fault of the set-up itself, please report it:\n${text}`;
}

try {
  await setUp();
} catch (error) {
  console.error(`[setup] ${tell(error)}`);
  process.exit(1);
}
