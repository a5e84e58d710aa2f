import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../src/main/engine/create-engine';
import { systemClock } from '../src/main/memory/system-clock';
import { openDatabase } from '../src/main/storage/open-database';
import { silentLogger } from '../eval/silent-logger';
import { fillMemory, type FilledMemory } from './fill-memory';
import { measureAppend } from './measure-append';
import { openFloors } from './measure-disk';
import { measureNaiveOpening, measureOpening } from './measure-opening';
import { measureTurns } from './measure-turns';
import { createTimedSteps, type MeasuredStep, type Timed } from './timed-steps';

/** The largest chat is opened so often, and the naive design, which takes seconds. */
const openings = 9;
const naiveOpenings = 3;

/** What a memory of some size takes. */
export interface MeasuredSize {
  readonly messages: number;
  readonly steps: readonly MeasuredStep[];
  /** The database with the vectors in it. */
  readonly megabytes: number;
}

/** Fills a database with so many messages in a folder of its own, and times turns in it and opening it. */
export async function measureSize(messages: number, turns: number): Promise<MeasuredSize> {
  const folder = await mkdtemp(join(tmpdir(), 'engram-bench-'));
  const floors = openFloors(folder);
  try {
    const { timed, steps } = createTimedSteps();
    const filled = await measureFilled(folder, messages, turns, timed);
    const { size } = await stat(join(folder, 'engram.db'));
    await measureOpening(folder, filled, openings, timed);
    await measureAppend(folder, filled, turns * 2, { timed, floors });
    await measureNaiveOpening(join(folder, 'naive'), messages, naiveOpenings, timed);
    return { messages, steps: steps(), megabytes: size / 1024 ** 2 };
  } finally {
    await floors.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureFilled(
  folder: string,
  messages: number,
  turns: number,
  timed: Timed,
): Promise<FilledMemory> {
  const opened = await openDatabase({ path: join(folder, 'engram.db'), clock: systemClock });
  const engine = createEngine({ opened, clock: systemClock, logger: silentLogger, vectorFileOf: () => null });
  try {
    const filled = await fillMemory(engine, messages);
    await measureTurns(engine, filled, turns, timed);
    return filled;
  } finally {
    await engine.close({});
  }
}
