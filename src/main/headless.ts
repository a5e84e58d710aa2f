import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { argumentsOf } from './headless/is-command-line';
import { runCommandLine } from './headless/run-command-line';
import { threads } from './headless/threads';

const manifestSchema = z.object({ version: z.string() });
const manifest = join(import.meta.dirname, '..', '..', 'package.json');

const stopped = new AbortController();
// Whoever reads may have enough, as `| head` has: then the command ends in order.
process.stdout.on('error', () => stopped.abort());
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopped.abort());

/** The run of the command, with the code that the process is to end with. */
export const finished: Promise<void> = runCommandLine(argumentsOf(process.argv), {
  version: manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8'))).version,
  workers: threads,
  environment: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: stopped.signal,
}).then((code) => {
  process.exitCode = code;
});
