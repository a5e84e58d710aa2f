'use strict';

/**
 * The import rules: a folder of src may import itself and what is listed here, nothing else.
 * `memory/ports` means the port types of the pure core only.
 */
const MAY_IMPORT = {
  shared: [],
  'main/memory': ['shared'],
  'main/chat': ['main/memory', 'shared'],
  'main/jobs': ['main/memory', 'shared'],
  'main/tools': ['main/memory', 'shared'],
  'main/engine': ['main/storage', 'main/vectors', 'main/memory', 'shared'],
  'main/storage': ['main/memory/ports', 'shared'],
  'main/vectors': ['main/memory/ports', 'shared'],
  'main/embeddings': ['main/memory/ports', 'shared'],
  'main/provider': ['main/memory/ports', 'shared'],
  'main/network': ['main/memory/ports', 'shared'],
  'main/importers': ['main/memory/ports', 'shared'],
  'main/headless': [
    'main/wiring',
    'main/ipc',
    'main/chat',
    'main/engine',
    'main/embeddings',
    'main/importers',
    'main/memory',
    // The parts of it that need no Electron.
    'main/electron/log-file',
    'main/electron/local-state',
    'shared',
  ],
  'main/ipc': ['main/chat', 'main/memory', 'shared'],
  'main/electron': ['main/wiring', 'main/ipc', 'shared'],
  preload: ['shared'],
  renderer: ['shared'],
};

/** A folder or a single file of that name: `main/wiring` is `wiring.ts` as well as `wiring/…`. */
const within = (place) => `^src/${place}(/|\\.tsx?$)`;

const oneWay = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `one-way: ${folder}`,
  comment: `src/${folder} may import ${allowed.length === 0 ? 'nothing but itself' : allowed.join(', ')} (docs/architecture.md).`,
  severity: 'error',
  from: { path: within(folder) },
  to: { path: '^src/', pathNot: [folder, ...allowed].map(within) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: 'wiring: no electron',
      comment: 'wiring builds every service in plain Node; tests use it too.',
      severity: 'error',
      from: { path: within('main/wiring') },
      to: { path: [within('main/electron'), within('main/index'), '^src/(preload|renderer)/'] },
    },
    {
      name: 'index: start-up order only',
      comment: 'main/index.ts may import electron, wiring and shared parts of main, never the page.',
      severity: 'error',
      from: { path: '^src/main/' },
      to: { path: '^src/(preload|renderer)/' },
    },
    {
      name: 'electron: three places',
      comment: "Only main/electron, main/index.ts and preload import 'electron'.",
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/main/electron/', '^src/main/(index|program|serve-program)\\.ts$', '^src/preload/'],
      },
      to: { path: '(^|/)node_modules/electron(/|$)|^electron(/|$)' },
    },
    {
      name: 'page: no Node',
      comment: 'The page is sandboxed: Node is not there. What shared imports reaches the page too.',
      severity: 'error',
      from: { path: '^src/(renderer|shared)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'source: no tests, no scripts',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|scripts|bench|eval)/' },
    },
    {
      name: 'no cycles',
      comment: 'A cycle that only types close is a cycle for the reader all the same.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no unresolvable import',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: ['^electron$', '\\?'] },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    builtInModules: { add: [] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
