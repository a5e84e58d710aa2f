// node scripts/package.mjs unpacked|installers: the program as users get it, in dist/. `unpacked` makes a folder that
// runs on this machine, with whatever runtime the set-up found, and is never published; `installers` downloads the
// official Electron and makes this platform's installers.
import { execFileSync } from 'node:child_process';
import { buildIfChanged } from './build.mjs';
import { attached, packageFile } from './child.mjs';
import { installedVersion } from './setup/electron.mjs';
import { inModules, root } from './setup/paths.mjs';

const [mode] = process.argv.slice(2);
if (mode !== 'unpacked' && mode !== 'installers') {
  console.error('usage: node scripts/package.mjs unpacked|installers');
  process.exit(2);
}
const runtime = [
  `--config.electronDist=${inModules('electron', 'dist')}`,
  `--config.electronVersion=${installedVersion()}`,
];
const args = [
  ...['--config', 'electron-builder.config.mjs', '--publish', 'never'],
  `--config.extraMetadata.commit=${readBuild()}`,
];

process.exitCode = (await buildIfChanged())
  ? await attached(process.execPath, [
      packageFile('electron-builder', 'cli.js'),
      ...args,
      ...(mode === 'unpacked' ? ['--dir', ...runtime] : []),
    ])
  : 1;

/** @returns {string} the commit the package is made of, marked where the work tree differs from it */
function readBuild() {
  try {
    const git = ['describe', '--always', '--dirty', '--abbrev=10', '--exclude=*'];
    return execFileSync('git', git, { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
