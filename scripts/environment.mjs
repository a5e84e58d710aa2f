import { onPath } from './setup/command.mjs';

/** The virtual display of the tests: the size the screenshots are taken at. */
const VIRTUAL_DISPLAY = ['-a', '-s', '-screen 0 1440x900x24'];

/**
 * Whether there is no screen to open a window on.
 * @param {{ platform: string, env: NodeJS.ProcessEnv }} machine
 * @returns {boolean}
 */
export function isHeadless({ platform, env }) {
  return platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
}

/**
 * The environment of programs that start Electron: with this variable Electron would run as plain Node.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function electronEnvironment(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE'));
}

/**
 * The arguments Electron needs before the app's path.
 * @param {{ isRoot: boolean }} user Chromium's sandbox refuses root
 * @returns {readonly string[]}
 */
export function electronFlags({ isRoot }) {
  return isRoot ? ['--no-sandbox'] : [];
}

/**
 * Puts a command under a virtual display where there is no real one.
 * @param {readonly [string, ...string[]]} command
 * @param {{ platform: string, env: NodeJS.ProcessEnv }} machine
 * @returns {{ kind: 'go', command: readonly [string, ...string[]] } | { kind: 'refuse', message: string }}
 */
export function onSomeDisplay(command, machine) {
  if (!isHeadless(machine)) return { kind: 'go', command };
  if (onPath('xvfb-run', machine.env))
    return { kind: 'go', command: ['xvfb-run', ...VIRTUAL_DISPLAY, ...command] };
  return {
    kind: 'refuse',
    message:
      'there is no display for the window tests: run  sudo apt-get install -y xvfb xauth  and try again',
  };
}
