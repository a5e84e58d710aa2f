import { describe, expect, it } from 'vitest';
import { createSettingTable } from '../../../src/main/storage/tables/setting-table';
import { calls } from '../../../src/shared/contract/calls';
import {
  budgetsSchema,
  defaultSettings,
  openAiProvider,
  standardBudgets,
  type Settings,
} from '../../../src/shared/settings';
import { openEngineOnDisk } from '../../fakes/engine-on-disk';

describe('settings', () => {
  it('come back as they were written, after a restart', async () => {
    const disk = await openEngineOnDisk();
    const settings = { ...defaultSettings, theme: 'dark', temperature: 0.2, strategy: 'summary' } as const;
    await disk.engine.writeSettings({ settings });
    await disk.restart();
    expect(await disk.engine.readSettings({})).toEqual(settings);
  });

  it('fall back one by one where a stored value is no longer valid', async () => {
    const disk = await openEngineOnDisk();
    await disk.engine.writeSettings({
      settings: { ...defaultSettings, theme: 'dark', temperature: 0.2 },
    });
    const write = disk.database.prepare('UPDATE settings SET value = ? WHERE key = ?');
    write.run('"plaid"', 'theme');
    write.run(JSON.stringify({ ...standardBudgets, maxContextTokens: -1 }), 'budgets');
    disk.database.prepare(`INSERT INTO settings VALUES ('app', 'of another version', '1')`).run();
    expect(createSettingTable(disk.database).read()).toEqual({ ...defaultSettings, temperature: 0.2 });
  });

  it.each([
    ['strategy', '"guess"'],
    ['chatModel', '{"providerId":"openai"}'],
    ['summariserModel', '{"providerId":"Open AI","model":"m"}'],
    ['temperature', '2.5'],
    ['providers', '[{"id":"home","name":"Home","baseUrl":"ftp://home"}]'],
    ['embeddingModel', '{"providerId":"openai","model":"m"}'],
  ] as const)('fall back to the default where %s is damaged, and to nothing else', async (key, damaged) => {
    const disk = await openEngineOnDisk();
    const model = { providerId: openAiProvider.id, model: 'gpt-4o' };
    const settings: Settings = {
      ...defaultSettings,
      theme: 'dark',
      strategy: 'buffer',
      chatModel: model,
      summariserModel: model,
      temperature: 0,
      providers: [openAiProvider, { ...openAiProvider, name: 'Second' }],
      embeddingModel: { ...model, dimension: 3 },
    };
    await disk.engine.writeSettings({ settings });
    disk.database.prepare('UPDATE settings SET value = ? WHERE key = ?').run(damaged, key);
    expect(await disk.engine.readSettings({})).toEqual({ ...settings, [key]: defaultSettings[key] });
  });

  it('never show what the engine keeps for itself', async () => {
    const disk = await openEngineOnDisk();
    const table = createSettingTable(disk.database);
    table.writeTokenFactor('theme', 1.5);
    disk.database
      .exec(`INSERT INTO settings VALUES ('engine', 'theme', '"dark"'), ('engine', 'token-factor:x', '"a"'),
      ('app', 'token-factor:y', '2')`);
    expect(table.read()).toEqual(defaultSettings);
    expect(table.tokenFactors()).toEqual([['theme', 1.5]]);
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
