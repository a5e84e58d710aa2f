import { cpus } from 'node:os';

/** The machine that figures hold for: the runtime, and how many processors of which kind. */
export function machineName(): string {
  return `${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown processor'}`;
}
