import { describe, expect, it } from 'vitest';
import { createSettingTable } from '../../../src/main/storage/tables/setting-table';
import { calls } from '../../../src/shared/contract/calls';
import { budgetsSchema, defaultSettings, standardBudgets } from '../../../src/shared/settings';
import { openEngineOnDisk } from '../../fakes/engine-on-disk';

describe('settings', () => {
  it('come back as they were written, after a restart', async () => {
    const disk = await openEngineOnDisk();
    const settings = { ...defaultSettings, theme: 'dark', systemPrompt: 'Be brief.' } as const;
    await disk.engine.writeSettings({ settings });
    await disk.restart();
    expect(await disk.engine.readSettings({})).toEqual(settings);
  });

  it('fall back one by one where a stored value is no longer valid', async () => {
    const disk = await openEngineOnDisk();
    await disk.engine.writeSettings({
      settings: { ...defaultSettings, theme: 'dark', systemPrompt: 'Mine' },
    });
    const write = disk.database.prepare('UPDATE settings SET value = ? WHERE key = ?');
    write.run('"plaid"', 'theme');
    write.run(JSON.stringify({ ...standardBudgets, maxContextTokens: -1 }), 'budgets');
    disk.database.prepare(`INSERT INTO settings VALUES ('app', 'of another version', '1')`).run();
    expect(createSettingTable(disk.database).read()).toEqual({ ...defaultSettings, systemPrompt: 'Mine' });
  });

  it('are changed one at a time: what a change does not name is not filled in', () => {
    expect(calls['settings.set'].input.parse({ theme: 'dark' })).toEqual({ theme: 'dark' });
    expect(calls['settings.set'].input.parse({})).toEqual({});
  });

  it('refuse a reply reserve that leaves no room for a question', () => {
    const reserve = (replyReserveTokens: number): boolean =>
      budgetsSchema.safeParse({ ...standardBudgets, maxContextTokens: 1_000, replyReserveTokens }).success;
    expect([reserve(744), reserve(745), reserve(1_000)]).toEqual([true, false, false]);
  });
});
