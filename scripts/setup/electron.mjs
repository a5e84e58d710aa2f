import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureFallbackElectron, FALLBACK, packDefaultApp } from './electron-fallback.mjs';
import { lastLines, runLong } from './command.mjs';
import { SetupError, say, secondsSince } from './log.mjs';
import { inModules, packageVersion } from './paths.mjs';
import { planElectron } from './plan.mjs';

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const EXECUTABLES = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

const EXECUTABLE = EXECUTABLES[process.platform] ?? 'electron';

/**
 * Where Electron's executable is, or will be.
 * @returns {string}
 */
export function electronExecutable() {
  return inModules('electron', 'dist', EXECUTABLE);
}

/**
 * Makes `require('electron')` name a runtime that starts: the official one, or else the fallback.
 * @param {{ cache: string, reachable: () => Promise<boolean> }} options
 * @throws {SetupError}
 */
export async function ensureElectron({ cache, reachable }) {
  const facts = {
    platform: process.platform,
    arch: process.arch,
    wantedVersion: packageVersion('electron'),
    installedVersion: installedVersion(),
    fallbackVersion: FALLBACK.electron,
  };
  const isWanted = facts.installedVersion === facts.wantedVersion;
  let plan = planElectron({ ...facts, officialReachable: !isWanted && (await reachable()) });
  if (plan.kind === 'official' && !(await downloadOfficial(facts.wantedVersion))) {
    plan = planElectron({ ...facts, officialReachable: false });
  }
  if (plan.kind === 'refuse') throw new SetupError(plan.message);
  if (plan.kind === 'fallback') await ensureFallbackElectron(cache, EXECUTABLE);
  // The start-up program lives in the checkout and may be newer than the runtime it was packed into.
  if (installedVersion() === FALLBACK.electron) await packDefaultApp(inModules('electron', 'dist'));
}

/**
 * The version of the runtime in node_modules, if it is whole: `path.txt` is written last.
 * @returns {string | undefined}
 */
export function installedVersion() {
  const version = inModules('electron', 'dist', 'version');
  const isWhole = existsSync(inModules('electron', 'path.txt')) && existsSync(electronExecutable());
  return isWhole && existsSync(version) ? readFileSync(version, 'utf8').trim().replace(/^v/, '') : undefined;
}

/**
 * @param {string} version
 * @returns {Promise<boolean>} whether it is there now
 */
async function downloadOfficial(version) {
  const startedMs = Date.now();
  say(`downloading Electron ${version} (about 110 MB)`);
  const { output } = await runLong('Electron', process.execPath, [inModules('electron', 'install.js')], {
    cwd: path.dirname(inModules('electron', 'install.js')),
  });
  if (installedVersion() === version) {
    say(`Electron ${version} ready (${secondsSince(startedMs)})`);
    return true;
  }
  say(`the official download failed:\n${lastLines(output, 2)}`);
  return false;
}
