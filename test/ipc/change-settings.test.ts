import { expect, it } from 'vitest';
import { createChangeSettings } from '../../src/main/ipc/change-settings';
import { AppError } from '../../src/shared/errors';
import { defaultSettings, type Settings } from '../../src/shared/settings';
import { openEngineOnDisk } from '../fakes/engine-on-disk';

async function openSettings() {
  const { engine } = await openEngineOnDisk();
  const told: Settings[] = [];
  const settings = { current: defaultSettings };
  const change = createChangeSettings({
    engine,
    settings: () => settings.current,
    onSettings: (changed) => {
      settings.current = changed;
      told.push(changed);
    },
  });
  return { engine, change, told };
}

it('changes made at the same time all count, in their order', async () => {
  const { engine, change, told } = await openSettings();
  await Promise.all([
    change((current) => ({ ...current, theme: 'dark' })),
    change((current) => ({ ...current, temperature: 1 })),
    change((current) => ({ ...current, theme: current.theme === 'dark' ? 'light' : 'system' })),
  ]);
  expect(await engine.readSettings({})).toEqual({ ...defaultSettings, theme: 'light', temperature: 1 });
  expect(told.map(({ theme }) => theme)).toEqual(['dark', 'dark', 'light']);
});

it('a change that is refused stores nothing and does not hold up the next', async () => {
  const { engine, change, told } = await openSettings();
  const refused = change(() => {
    throw new AppError('conflict', 'No.');
  });
  const next = change((current) => ({ ...current, theme: 'dark' }));
  await expect(refused).rejects.toMatchObject({ kind: 'conflict' });
  expect(await next).toEqual({ ...defaultSettings, theme: 'dark' });
  expect(told).toHaveLength(1);
  expect(await engine.readSettings({})).toEqual({ ...defaultSettings, theme: 'dark' });
});
