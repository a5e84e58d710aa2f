import { describe, expect, it } from 'vitest';
import { askedOf } from '../../bench/command-line';
import { readStorageOptions } from '../../bench/storage-options';
import { readWindowOptions } from '../../bench/window-options';

const storage = (...args: readonly string[]) => askedOf(() => readStorageOptions(args));
const window = (...args: readonly string[]) => askedOf(() => readWindowOptions(args));
const refused = (complaint: string) => ({ kind: 'explain', complaint });

describe('the arguments of the benchmarks', () => {
  it('have defaults, three sizes', () => {
    const sizes = [1_000, 10_000, 100_000];
    expect(storage()).toEqual({ kind: 'run', options: { sizes, turns: 100, json: false } });
    expect(window()).toEqual({ kind: 'run', options: { sizes, folder: null, json: false } });
  });

  it('are read', () => {
    expect(storage('--messages', '500,2000', '--turns', '7', '--json')).toEqual({
      kind: 'run',
      options: { sizes: [500, 2_000], turns: 7, json: true },
    });
    expect(window('--messages', '100000', '--folder', 'here', '--json')).toEqual({
      kind: 'run',
      options: { sizes: [100_000], folder: 'here', json: true },
    });
  });

  it.each([storage, window])('are refused in one sentence where they cannot be', (asked) => {
    expect(asked('--bogus')).toEqual(refused("Unknown option '--bogus'."));
    expect(asked('--messages', '1000,many')).toMatchObject({
      kind: 'explain',
      complaint: expect.stringMatching(
        /^--messages takes a whole number of at least \d+, not “many”\.$/u,
      ) as string,
    });
    expect(asked('more')).toMatchObject({
      complaint: expect.stringMatching(/^Unexpected argument 'more'/u) as string,
    });
    expect(asked('--help')).toEqual({ kind: 'explain', complaint: null });
  });

  it('give a folder to one size only, and no window a memory that is too small to be used', () => {
    expect(window('--folder', 'here')).toEqual(
      refused('--folder is one folder and goes with one size: add --messages N.'),
    );
    expect(window('--messages', '999')).toMatchObject({ kind: 'explain' });
  });

  it('do not hide a fault of our own', () => {
    const fault = (): never => {
      throw new TypeError('cannot read properties of undefined');
    };
    expect(() => askedOf(fault)).toThrow(TypeError);
  });
});
