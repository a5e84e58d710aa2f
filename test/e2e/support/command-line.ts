import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { environmentFor, projectFolder } from './launch';

/** What a command wrote, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The file that runs a command: the built program, as `scripts/engram.mjs` starts it. */
export const headlessFile = join(projectFolder, 'out', 'main', 'headless.cjs');

/** Runs a command of the terminal in plain Node on a data folder. */
export function engram(
  dataFolder: string,
  args: readonly string[],
  { input = '', environment = {} }: { input?: string; environment?: Record<string, string> } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [headlessFile, ...args], {
      env: { ...environmentFor(dataFolder), ...environment },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}

/** The value a command with `--json` answered. */
export async function engramJson(
  dataFolder: string,
  args: readonly string[],
): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await engram(dataFolder, [...args, '--json']);
  if (code !== 0) throw new Error(`engram ${args.join(' ')} ended with ${String(code)}: ${stderr}`);
  return JSON.parse(stdout) as Record<string, unknown>;
}
