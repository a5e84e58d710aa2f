// node scripts/run.mjs start|dev [arguments for the app]: the built app in its window, or with hot reload.
import { attached, packageFile } from './child.mjs';
import { buildIfChanged } from './build.mjs';
import { electronEnvironment, electronFlags, isHeadless } from './environment.mjs';
import { electronExecutable } from './setup/electron.mjs';

const [mode, ...rest] = process.argv.slice(2);
const flags = electronFlags({ isRoot: process.getuid?.() === 0 });
const env = electronEnvironment(process.env);

/** @returns {Promise<number>} the exit code */
async function start() {
  if (!(await buildIfChanged())) return 1;
  return attached(electronExecutable(), [...flags, '.', ...rest], env);
}

/** @returns {Promise<number>} the exit code */
async function develop() {
  const noSandbox = flags.includes('--no-sandbox') ? ['--noSandbox'] : [];
  const vite = packageFile('electron-vite', 'bin/electron-vite.js');
  const forApp = rest.length > 0 ? ['--', ...rest] : [];
  return attached(process.execPath, [vite, 'dev', ...noSandbox, ...forApp], env);
}

const modes = new Map([
  ['start', start],
  ['dev', develop],
]);
const chosen = modes.get(mode ?? '');
if (chosen === undefined) {
  console.error('usage: node scripts/run.mjs start|dev [arguments for the app]');
  process.exit(2);
}
if (isHeadless({ platform: process.platform, env: process.env })) {
  const script = mode === 'dev' ? 'run dev' : 'start';
  console.error(`There is no display to open a window on; this works here:  xvfb-run -a npm ${script}`);
  process.exit(1);
}
process.exit(await chosen());
