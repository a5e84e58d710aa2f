import { existsSync } from 'node:fs';
import { lastLines, onPath, run, runLong } from './command.mjs';
import { explainFailure } from './failure.mjs';
import { SetupError, say, secondsSince } from './log.mjs';
import { aptCommand, planApt, planSystemPackages } from './plan.mjs';

/** Debian 13 and Ubuntu 24.04 renamed libraries whose time type grew to 64 bits. */
const RENAMED = new Set(['libgtk-3-0', 'libasound2', 'libatk-bridge2.0-0']);

/** Where Debian keeps the one header that tells that the Faiss library is there. */
const FAISS_HEADER = '/usr/include/faiss/IndexFlat.h';

/**
 * Installs the system packages that are missing, in one go.
 * @param {{ missingLibraries: readonly string[], compiles: boolean, compilesFaiss: boolean }} needs
 * @throws {SetupError} with the exact command, where we may not install them ourselves
 */
export async function ensureSystemPackages(needs) {
  const { env, platform } = process;
  const wanted = planSystemPackages({
    ...needs,
    platform,
    headless: !env['DISPLAY'] && !env['WAYLAND_DISPLAY'],
    hasXvfb: onPath('xvfb-run', env),
    hasCompiler: onPath('gcc', env) && onPath('g++', env),
    hasFaiss: existsSync(FAISS_HEADER),
  });
  const hasApt = onPath('apt-get', env);
  const isRoot = process.getuid?.() === 0;
  const canSudo = !isRoot && onPath('sudo', env) && run('sudo', ['-n', 'true']).ok;
  const plan = planApt({ ...wanted, hasApt, isRoot, canSudo });
  if (plan.kind === 'refuse') throw new SetupError(plan.message);
  if (plan.kind === 'warn') say(plan.message);
  if (plan.kind === 'install') await install(plan.prefix, plan.packages, isRoot);
}

/**
 * @param {readonly string[]} prefix
 * @param {readonly string[]} packages
 * @param {boolean} isRoot
 */
async function install(prefix, packages, isRoot) {
  const startedMs = Date.now();
  say(`apt-get install ${packages.join(' ')}`);
  /** @param {readonly string[]} args */
  const go = (args) => {
    const line = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-o',
      'DPkg::Lock::Timeout=120',
      ...args,
    ];
    const [program = 'env', ...rest] = line;
    return runLong('apt-get', program, rest);
  };
  if (!packages.some(hasCandidate)) await go(['update']);
  const names = packages.map((name) =>
    RENAMED.has(name) && hasCandidate(`${name}t64`) ? `${name}t64` : name,
  );
  const once = () => go(['install', '-y', '--no-install-recommends', ...names]);
  let outcome = await once();
  if (!outcome.ok) {
    await go(['update']);
    outcome = await once();
  }
  if (!outcome.ok) {
    const cause = explainFailure(outcome.output) ?? `try it yourself:  ${aptCommand(names, isRoot)}`;
    throw new SetupError(`apt-get failed: ${cause}\n${lastLines(outcome.output)}`);
  }
  say(`system packages installed (${secondsSince(startedMs)})`);
}

/** @param {string} name */
function hasCandidate(name) {
  return /Candidate: (?!\(none\))/.test(run('apt-cache', ['policy', name]).output);
}
