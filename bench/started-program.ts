import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { environmentFor, projectFolder } from '../test/e2e/support/launch';

const electron = createRequire(import.meta.url)('electron') as string;

/** Starts a program of Electron's on a data folder as a user does, with switches of Chromium's; nothing watches it. */
export function startProgram(
  folder: string,
  program: string,
  switches: readonly string[] = [],
): ChildProcess {
  const args = ['--no-sandbox', '--disable-gpu', '--force-device-scale-factor=1', ...switches, program];
  return spawn(electron, args, {
    cwd: projectFolder,
    env: environmentFor(folder),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** Ends it and waits until it has gone. */
export async function endProgram(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
