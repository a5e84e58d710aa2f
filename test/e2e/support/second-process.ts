import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { environmentFor, projectFolder } from './launch';

/** How a process of the program ended. */
export interface Ended {
  readonly code: number | null;
  readonly terminal: string;
}

/** Starts the program as a plain process, without a driver, and waits for its end. */
export async function runToEnd(dataFolder: string, extraArguments: readonly string[] = []): Promise<Ended> {
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  const child = spawn(electron, ['--no-sandbox', '--disable-gpu', ...extraArguments, '.'], {
    cwd: projectFolder,
    env: environmentFor(dataFolder),
  });
  let terminal = '';
  const keep = (chunk: Buffer): void => {
    terminal += chunk.toString('utf8');
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, terminal }));
  });
}
