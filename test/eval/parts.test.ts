import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keepNothing, openParts, type Parts } from '../../eval/parts';
import { runPlanted, type PlantedOptions } from '../../eval/planted/run-planted';
import { temporaryFolder } from '../storage/support/temporary-folder';

/** The parts of a run in a folder, with what it tells. */
function partsIn(folder: string, identity = 'a run') {
  const told: string[] = [];
  let time = 0;
  const open = (total: number): Promise<Parts> =>
    openParts({
      folder,
      identity,
      total,
      onProgress: (text) => told.push(text),
      now: () => (time += 10_000),
    });
  return { open, told };
}

describe('a run in parts', () => {
  it(
    'goes on where one broke off, and comes to what a run at one go does',
    { timeout: 120_000 },
    async () => {
      const options: Omit<PlantedOptions, 'openParts'> = {
        seed: 3,
        turns: [20, 24],
        tiers: ['free', 'standard'],
        embedder: null,
      };
      const whole = await runPlanted({ ...options, openParts: keepNothing });
      const folder = temporaryFolder();
      const breaking = async (total: number): Promise<Parts> => {
        const parts = await partsIn(folder).open(total);
        let left = 3;
        return {
          ...parts,
          get: (name, make) => {
            left -= 1;
            return left < 0 ? Promise.reject(new Error('broken off')) : parts.get(name, make);
          },
        };
      };
      await expect(runPlanted({ ...options, openParts: breaking })).rejects.toThrow('broken off');
      const { open, told } = partsIn(folder);
      expect(await runPlanted({ ...options, openParts: open })).toEqual(whole);
      expect(told).toEqual([
        'goes on with a run that broke off: 3 of 4 parts are there',
        'standard: turn 24 (4 of 4)',
      ]);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('says how far it is and how long still, keeps what JSON could not, and does not mix runs', async () => {
    const folder = temporaryFolder();
    const first = partsIn(folder);
    const parts = await first.open(4);
    for (const name of ['one', 'two', 'three']) await parts.get(name, () => Promise.resolve([Infinity]));
    expect(first.told).toEqual([
      'one (1 of 4)',
      'two (2 of 4, about 30 s left)',
      'three (3 of 4, about 20 s left)',
    ]);
    const other = await partsIn(folder, 'another run').open(4);
    expect(await other.get('one', () => Promise.resolve(1))).toBe(1);
    const again = await partsIn(folder).open(4);
    expect(await again.get('one', () => Promise.reject(new Error('made anew')))).toEqual([Infinity]);
    await again.end();
    const anew = await partsIn(folder).open(4);
    expect(await anew.get('one', () => Promise.resolve(2))).toBe(2);
  });
});
