import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Acknowledgement, ChildOrders } from './kinds';

/** What the process said before it was killed. */
export interface Killed {
  readonly said: readonly Acknowledgement[];
  /** What it wrote where it died by itself, which it must not; null where it was killed. */
  readonly fault: string | null;
}

/**
 * Starts the process, lets it say `afterSaid` things and then, after `afterMs` more, kills it without warning. The
 * number of things places the kill in its work, the milliseconds between two of its writes.
 */
export function killOnce(
  child: string,
  orders: ChildOrders,
  { afterSaid, afterMs }: { readonly afterSaid: number; readonly afterMs: number },
): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const said: Acknowledgement[] = [];
    let written = '';
    const running = spawn(process.execPath, [child, JSON.stringify(orders)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.stderr.on('data', (chunk: Buffer) => (written += chunk.toString('utf8')));
    const lines = createInterface({ input: running.stdout });
    lines.on('line', (line) => {
      // The last line may have been cut by the kill: what was not said whole was not acknowledged.
      const one = parse(line);
      if (one === null) return;
      said.push(one);
      if (said.length === afterSaid) setTimeout(() => running.kill('SIGKILL'), afterMs);
    });
    running.on('error', reject);
    running.on('close', (code, signal) => {
      const fault = signal === 'SIGKILL' ? null : `ended with ${String(code ?? signal)}: ${written}`;
      resolve({ said, fault });
    });
  });
}

function parse(line: string): Acknowledgement | null {
  try {
    return JSON.parse(line) as Acknowledgement;
  } catch {
    return null;
  }
}
