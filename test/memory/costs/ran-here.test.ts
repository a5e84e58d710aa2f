import { describe, expect, it } from 'vitest';
import { ranHere } from '../../../src/main/memory/costs/ran-here';
import { defaultSettings } from '../../../src/shared/settings';

const local = { id: 'ollama', name: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1' } as never;
const settings = { ...defaultSettings, providers: [...defaultSettings.providers, local] };
const cost = { model: 'llama3', promptTokens: 900, completionTokens: 90, microcents: 0 };
const own = (prompt: number) => ({
  ...settings,
  modelPrices: [{ model: 'llama3', prompt, completion: prompt }],
});

describe('whether what a model did for nothing was done on this computer', () => {
  it('was, where no price says that it costs nothing', () => {
    expect(ranHere(cost, settings)).toBe(true);
    expect(ranHere(cost, own(2))).toBe(true);
  });

  it('is not known of a model that a price of 0 stands for', () => {
    expect(ranHere(cost, own(0))).toBe(false);
  });

  it('was not, where so few tokens cost less than can be counted', () => {
    expect(ranHere({ ...cost, promptTokens: 1, completionTokens: 0 }, own(0.001))).toBe(false);
  });

  it('was not, where it cost something or nobody knows what', () => {
    expect(ranHere({ ...cost, microcents: 1 }, settings)).toBe(false);
    expect(ranHere({ ...cost, microcents: null }, settings)).toBe(false);
  });

  it('is not claimed while no server of this computer is known', () => {
    expect(ranHere(cost, defaultSettings)).toBe(false);
  });
});
