import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDatabaseOfVersion } from '../storage/support/sample-database';
import { problemsAfterKill } from './invariants';
import { killOnce } from './kill-once';
import type { Acknowledgement, CrashKind } from './kinds';

/** A series of kills of one kind. */
export interface CrashSeries {
  readonly child: string;
  readonly kind: CrashKind;
  readonly kills: number;
  readonly mutation?: string;
  /** In [0, 1). */
  readonly random: () => number;
  /** Told after each kill. */
  readonly onKill?: (problems: readonly string[]) => void;
  /** Kills after which a new data folder is begun, so that checking it stays short. */
  readonly perFolder?: number;
}

/** Things said before the kill at most. */
const mostSaid = 12;
/** Milliseconds from the last thing said to the kill at most; a migration is one long thing. */
const mostMs = { work: 12, migrate: 120 } as const;

/**
 * Kills one kind of work again and again, each time over the data that the last kill left, and checks it after each.
 * Everything acknowledged in a folder must still be there at its end. Stops at the first problem.
 */
export async function runSeries(series: CrashSeries): Promise<readonly string[]> {
  const { child, kind, kills, random, mutation = null, perFolder = 25 } = series;
  let folder = '';
  let said: Acknowledgement[] = [];
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      if (kill % perFolder === 0 || kind === 'migrate') {
        if (folder !== '') rmSync(folder, { recursive: true, force: true });
        folder = mkdtempSync(join(tmpdir(), 'engram-crash-'));
        said = [];
        if (kind === 'migrate') buildDatabaseOfVersion(join(folder, 'engram.db'), 1);
      }
      const orders = { folder, kind, mutation, seed: 1_000 * kill };
      const killed = await killOnce(child, orders, {
        afterSaid: kind === 'migrate' ? 1 : 1 + Math.floor(random() * mostSaid),
        afterMs: random() * (kind === 'migrate' ? mostMs.migrate : mostMs.work),
      });
      said.push(...killed.said);
      const fault = killed.fault === null ? [] : [killed.fault];
      const problems = [...fault, ...(await problemsAfterKill(folder, said))];
      series.onKill?.(problems);
      if (problems.length > 0) return problems;
    }
    return [];
  } finally {
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  }
}
