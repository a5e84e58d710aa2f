import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { lastLines, runLong } from './command.mjs';
import { say } from './log.mjs';
import { nodeHeaders } from './native-build.mjs';
import { inModules, packageFolder, packageVersion } from './paths.mjs';

/** @typedef {import('./native-build.mjs').NativeBuild} NativeBuild */

/** Where faiss-node looks for its module. */
export const faissTarget = () => inModules('faiss-node', 'build', 'Release', 'faiss-node.node');

/**
 * How faiss-node is compiled: its one source against Debian's Faiss and OpenBLAS.
 * @returns {NativeBuild}
 */
export function faissBuild() {
  const folder = inModules('faiss-node');
  const version = packageVersion('faiss-node');
  const flags = [
    ...['-O2', '-std=c++17', '-fPIC', '-shared', '-fopenmp', '-w'],
    ...['-DNAPI_VERSION=6', '-DNODE_GYP_MODULE_NAME=faiss_node', '-DNAPI_CPP_EXCEPTIONS'],
  ];
  return {
    name: 'faiss-node',
    version,
    recipe: JSON.stringify([flags, process.version, process.arch]),
    stages: (work, result) => {
      const header = path.join(work, 'index-type.h');
      // Faiss before 1.7.4 keeps idx_t inside Index; the source expects it in the namespace.
      writeFileSync(header, '#include <cstdint>\nnamespace faiss { using idx_t = int64_t; }\n');
      const includes = [
        `-I${nodeHeaders(process.env)}`,
        `-I${packageFolder('node-addon-api', folder)}`,
        '-include',
        header,
      ];
      const libraries = ['-lfaiss', '-lopenblas', '-lgomp'];
      const args = [...flags, ...includes, `${folder}/src/faiss.cc`, '-o', result, ...libraries];
      return [[{ label: 'binding', command: 'g++', args }]];
    },
  };
}

/** Downloads faiss-node's own binary from GitHub; the probe afterwards tells whether it came. */
export async function downloadFaiss() {
  const folder = inModules('faiss-node');
  say('downloading the faiss-node binary');
  const installer = path.join(packageFolder('prebuild-install', folder), 'bin.js');
  const { ok, output } = await runLong('faiss-node', process.execPath, [installer, '--runtime', 'napi'], {
    cwd: folder,
  });
  if (!ok) say(`the download failed:\n${lastLines(output, 2)}`);
}
