import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startDailyWork } from '../../src/main/wiring/daily-work';
import type { Base } from '../../src/main/wiring/base';
import { defaultSettings } from '../../src/shared/settings';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { temporaryFolder } from '../storage/support/temporary-folder';

/** The work begun by a start, with no copies by themselves. */
function begin(disk: Awaited<ReturnType<typeof openEngineOnDisk>>): void {
  const settings = { current: { ...defaultSettings, backupsKept: 0, profile: false, measuredFloors: false } };
  const { engine, clock, logger } = disk;
  // Only what the daily work reads.
  onTestFinished(startDailyWork({ engine, clock, logger, settings } as unknown as Base, () => undefined));
}

describe('the start', () => {
  it('makes the backup that the last program ended before, though none are made by themselves', async () => {
    const disk = await openEngineOnDisk();
    disk.database.exec("INSERT INTO meta (key, value) VALUES ('copy-wanted', 'backup')");
    begin(disk);
    await vi.waitFor(async () => expect(await disk.engine.listBackups({})).toHaveLength(1));
    await vi.waitFor(async () => expect(await disk.engine.unfinishedCopy({})).toBeNull());
  });

  it('writes the archive again where it was to lie', async () => {
    const disk = await openEngineOnDisk();
    const file = join(temporaryFolder(), 'everything.engram');
    disk.database.prepare("INSERT INTO meta (key, value) VALUES ('copy-wanted', ?)").run(`archive:${file}`);
    begin(disk);
    await vi.waitFor(() => expect(existsSync(file)).toBe(true));
    await vi.waitFor(async () => expect(await disk.engine.unfinishedCopy({})).toBeNull());
  });

  it('gives up one that cannot be made, and goes on', async () => {
    const disk = await openEngineOnDisk();
    disk.database.exec(
      "INSERT INTO meta (key, value) VALUES ('copy-wanted', 'archive:/nowhere/at/all.engram')",
    );
    begin(disk);
    await vi.waitFor(async () => expect(await disk.engine.unfinishedCopy({})).toBeNull());
    expect(await disk.engine.listBackups({})).toEqual([]);
  });
});
