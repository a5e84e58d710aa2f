/**
 * Which path the set-up takes, and when: pure functions from what was found to the next step. Everything that
 * looks at the machine or changes it is elsewhere.
 */

/** @typedef {{ kind: 'refuse', message: string }} Refusal what the user reads: the cause and the command to run */

const OLDEST_NODE = /** @type {const} */ ([20, 19]);

/**
 * Whether this Node can run the project at all.
 * @param {string} version such as `20.19.1`
 * @returns {{ kind: 'go' } | Refusal}
 */
export function planNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return { kind: 'go' };
  return refuse(
    `Node ${version} is too old: install Node ${OLDEST_NODE.join('.')} or newer from https://nodejs.org`,
  );
}

/**
 * @typedef {{ version?: string, optional?: boolean, peer?: boolean, dev?: boolean, dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} LockEntry
 * @typedef {{ packages?: Record<string, LockEntry> }} Lockfile
 */

/**
 * What to do about node_modules.
 * @param {{ manifest: LockEntry, lock: Lockfile | undefined, installed: Lockfile | undefined }} found
 *   `installed` is npm's own record in node_modules, written when an install has finished
 * @returns {{ kind: 'keep' } | { kind: 'install', why: string } | Refusal}
 */
export function planDependencies({ manifest, lock, installed }) {
  const wanted = lock?.packages;
  if (!wanted) return refuse('package-lock.json is missing or damaged: run  git checkout package-lock.json');
  if (!sameNeeds(manifest, wanted[''] ?? {})) {
    return refuse(
      'package.json and package-lock.json name different dependencies: run  npm install --ignore-scripts',
    );
  }
  if (!installed?.packages) return { kind: 'install', why: 'no dependencies yet' };
  const present = installed.packages;
  const changed = Object.entries(wanted).filter(([place, entry]) => {
    if (place === '') return false;
    const version = present[place]?.version;
    // npm leaves out optional packages of other platforms.
    return version === undefined ? entry.optional !== true : version !== entry.version;
  });
  if (changed.length === 0) return { kind: 'keep' };
  return { kind: 'install', why: `${changed.length} dependencies changed` };
}

/**
 * @typedef {{ platform: string, arch: string, wantedVersion: string, installedVersion: string | undefined,
 *   fallbackVersion: string, officialReachable: boolean }} ElectronFacts `installedVersion` is of a runtime that is whole
 */

/**
 * Where the Electron runtime comes from.
 * @param {ElectronFacts} facts
 * @returns {{ kind: 'keep' | 'official' | 'fallback' } | Refusal}
 */
export function planElectron(facts) {
  if (facts.installedVersion === facts.wantedVersion) return { kind: 'keep' };
  if (facts.officialReachable) return { kind: 'official' };
  if (facts.platform === 'linux' && facts.arch === 'x64') {
    return { kind: facts.installedVersion === facts.fallbackVersion ? 'keep' : 'fallback' };
  }
  return refuse(
    `Electron ${facts.wantedVersion} could not be downloaded from GitHub, and for ${facts.platform} ${facts.arch} there is no other source. ` +
      'Check the network, or name a mirror and try again:  ELECTRON_MIRROR=https://your.mirror/electron/ npm run setup',
  );
}

/**
 * What to do about one native module.
 * @param {{ name: string, platform: string, loads: boolean, cached: boolean, prebuildReachable: boolean }} facts
 *   `loads`: the probes in Node and in Electron pass
 * @returns {{ kind: 'keep' | 'cached' | 'prebuilt' | 'compile' } | Refusal}
 */
export function planNative(facts) {
  if (facts.loads) return { kind: 'keep' };
  if (facts.cached) return { kind: 'cached' };
  if (facts.prebuildReachable) return { kind: 'prebuilt' };
  if (facts.platform === 'linux') return { kind: 'compile' };
  return refuse(nativeAdvice(facts.name));
}

/**
 * @typedef {{ platform: string, missingLibraries: readonly string[], headless: boolean, hasXvfb: boolean,
 *   compiles: boolean, hasCompiler: boolean, compilesFaiss: boolean, hasFaiss: boolean }} SystemFacts
 */

const ELECTRON_PACKAGES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxkbcommon0',
];

/**
 * Which Debian packages are missing, all at once so that one command installs them.
 * @param {SystemFacts} facts
 * @returns {{ required: readonly string[], optional: readonly string[], why: string }} optional ones serve tests only
 */
export function planSystemPackages(facts) {
  if (facts.platform !== 'linux') return { required: [], optional: [], why: '' };
  /** @type {readonly { when: boolean, packages: readonly string[], why: string }[]} */
  const needs = [
    {
      when: facts.missingLibraries.length > 0,
      packages: ELECTRON_PACKAGES,
      why: `Electron misses ${facts.missingLibraries.slice(0, 3).join(', ')}`,
    },
    {
      when: facts.compiles && !facts.hasCompiler,
      packages: ['build-essential'],
      why: 'native modules must be compiled here and there is no C++ compiler',
    },
    {
      when: facts.compilesFaiss && !facts.hasFaiss,
      packages: ['libfaiss-dev', 'libopenblas-dev'],
      why: 'faiss-node must be compiled here and the Faiss library is missing',
    },
  ];
  const open = needs.filter((need) => need.when);
  return {
    required: open.flatMap((need) => need.packages),
    optional: facts.headless && !facts.hasXvfb ? ['xvfb', 'xauth'] : [],
    why: open.map((need) => need.why).join('; '),
  };
}

/**
 * How missing Debian packages get installed.
 * @param {{ required: readonly string[], optional: readonly string[], why: string, hasApt: boolean, isRoot: boolean, canSudo: boolean }} facts
 * @returns {{ kind: 'nothing' } | { kind: 'install', prefix: readonly string[], packages: readonly string[] } | { kind: 'warn', message: string } | Refusal}
 */
export function planApt({ required, optional, why, hasApt, isRoot, canSudo }) {
  const packages = [...required, ...optional];
  if (packages.length === 0) return { kind: 'nothing' };
  if (hasApt && (isRoot || canSudo))
    return { kind: 'install', prefix: isRoot ? [] : ['sudo', '-n'], packages };
  const advice = hasApt
    ? `run  ${aptCommand(packages, isRoot)}`
    : `install what your distribution calls these Debian packages: ${packages.join(' ')}`;
  if (required.length === 0)
    return { kind: 'warn', message: `no display and no xvfb (the tests need one): ${advice}` };
  return refuse(`${why}: ${advice}`);
}

/**
 * The command that installs Debian packages, as the user would type it.
 * @param {readonly string[]} packages
 * @param {boolean} isRoot
 * @returns {string}
 */
export function aptCommand(packages, isRoot) {
  const sudo = isRoot ? '' : 'sudo ';
  return `${sudo}apt-get update && ${sudo}apt-get install -y ${packages.join(' ')}`;
}

/**
 * @param {LockEntry} manifest
 * @param {LockEntry} locked
 */
function sameNeeds(manifest, locked) {
  return (
    sorted(manifest.dependencies) === sorted(locked.dependencies) &&
    sorted(manifest.devDependencies) === sorted(locked.devDependencies)
  );
}

/** @param {Record<string, string> | undefined} needs */
function sorted(needs) {
  return JSON.stringify(Object.entries(needs ?? {}).sort());
}

/** @param {string} name */
function nativeAdvice(name) {
  return name === 'better-sqlite3'
    ? 'better-sqlite3 does not load in this Node: install Node 22.14 or newer from https://nodejs.org, then run  npm run setup'
    : `${name}: its binary could not be downloaded from GitHub. Check the network or proxy, then run  npm run setup`;
}

/**
 * @param {string} message
 * @returns {Refusal}
 */
function refuse(message) {
  return { kind: 'refuse', message };
}
