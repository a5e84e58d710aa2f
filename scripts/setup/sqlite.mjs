import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nodeHeaders } from './native-build.mjs';
import { inModules, packageFolder, packageVersion } from './paths.mjs';

/** @typedef {import('./native-build.mjs').NativeBuild} NativeBuild */

/** Where better-sqlite3 looks for a module compiled on this machine. */
export const sqliteTarget = () => inModules('better-sqlite3', 'build', 'Release', 'better_sqlite3.node');

/**
 * How better-sqlite3 is compiled. Its own binaries ask for Node-API 10 (Node ≥ 22.14, Electron ≥ 35); older runtimes
 * offer the same calls as "experimental", so the unmodified sources built this way serve Node 20 and Electron 33 with
 * one file.
 * @returns {NativeBuild}
 */
export function sqliteBuild() {
  const folder = inModules('better-sqlite3');
  const version = packageVersion('better-sqlite3');
  const shared = ['-O2', '-fPIC', '-DNDEBUG', `-I${folder}/deps/sqlite3`];
  const cFlags = [...shared, '-std=c99', '-w', ...sqliteOptions(folder)];
  const cppFlags = [
    ...shared,
    ...['-std=c++20', '-w', '-fvisibility=hidden', '-fvisibility-inlines-hidden'],
    ...['-DNAPI_VERSION=2147483647', '-DNAPI_EXPERIMENTAL', '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'],
    ...['-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'],
    ...['-DNODE_GYP_MODULE_NAME=better_sqlite3', '-DBUILDING_NODE_EXTENSION'],
  ];
  return {
    name: 'better-sqlite3',
    version,
    // Flags without this checkout's path: every checkout shares the cache.
    recipe: JSON.stringify([cFlags, cppFlags, process.version, process.arch]).replaceAll(folder, ''),
    stages: (work, result) => {
      const includes = [`-I${nodeHeaders(process.env)}`, `-I${packageFolder('node-addon-api', folder)}`];
      return [
        [
          {
            label: 'SQLite',
            command: 'gcc',
            args: [...cFlags, '-c', `${folder}/deps/sqlite3/sqlite3.c`, '-o', `${work}/c.o`],
          },
          {
            label: 'binding',
            command: 'g++',
            args: [...cppFlags, ...includes, '-c', `${folder}/src/better_sqlite3.cpp`, '-o', `${work}/cpp.o`],
          },
        ],
        [
          {
            label: 'linking',
            command: 'g++',
            args: [...linkFlags(), '-o', result, `${work}/cpp.o`, `${work}/c.o`, '-ldl', '-lpthread', '-lm'],
          },
        ],
      ];
    },
  };
}

/** Electron exports a SQLite of its own: ours must bind to itself. */
function linkFlags() {
  return ['-shared', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'];
}

/**
 * The options the package itself compiles SQLite with (FTS5, secure delete and so on).
 * @param {string} folder
 */
function sqliteOptions(folder) {
  const options = readFileSync(path.join(folder, 'deps', 'defines.gypi'), 'utf8');
  return [...options.matchAll(/'([A-Z][A-Z0-9_]*(?:=[^']*)?)'/g)].map((match) => `-D${match[1]}`);
}
