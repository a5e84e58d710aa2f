import { rmSync } from 'node:fs';
import path from 'node:path';

/**
 * How packages are made. Natives, worker files and the embedding weights lie outside the archive, where they are read
 * by path. A package that was never built says so in docs/packages.md.
 *
 * @type {import('electron-builder').Configuration}
 */
export default {
  appId: 'org.engram.desktop',
  productName: 'Engram',
  artifactName: '${name}-${version}-${os}-${arch}.${ext}',
  directories: { output: 'dist', buildResources: 'resources' },
  files: [
    'out/**',
    'resources/icon.png',
    'resources/window-icon.png',
    'package.json',
    'LICENSE',
    '!**/*.map',
    // Sources and binaries of other platforms; the prebuilt of this one stays.
    '!node_modules/better-sqlite3/{deps,src,prebuilds}/**',
    'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
    '!node_modules/faiss-node/{deps,src}/**',
    '!node_modules/{openai,zod}/src/**',
    '!**/*.{md,markdown,d.ts,d.mts,d.cts,tsbuildinfo}',
    '!**/{test,tests,__tests__,docs,examples}/**',
  ],
  asar: true,
  asarUnpack: [
    '**/*.node',
    'node_modules/@energetic-ai/**',
    'out/main/**/*worker*.cjs',
    'out/main/chunks/**',
  ],
  // Natives are the ones the set-up proved to work; nothing is compiled or downloaded while packing.
  npmRebuild: false,
  nodeGypRebuild: false,
  publish: null,
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  afterPack: dropStartUpProgram,
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Utility',
    executableName: 'engram',
    icon: 'resources/icon.png',
    maintainer: 'The Engram authors',
    synopsis: 'A desktop chat that remembers, and shows how.',
  },
  mac: { target: ['dmg'], category: 'public.app-category.productivity', hardenedRuntime: true },
  win: { target: ['nsis'] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
};

/**
 * Takes the start-up program of development out of a package: it would run any folder it is given.
 * @param {import('electron-builder').AfterPackContext} context
 */
function dropStartUpProgram({ appOutDir, electronPlatformName, packager }) {
  const resources =
    electronPlatformName === 'darwin'
      ? path.join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : path.join(appOutDir, 'resources');
  rmSync(path.join(resources, 'default_app.asar'), { force: true });
  return Promise.resolve();
}
