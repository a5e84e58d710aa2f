import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes an empty data folder of its own for one test file. */
export function makeDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'engram-e2e-'));
}

/** Removes a data folder and all in it. */
export function removeDataFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
