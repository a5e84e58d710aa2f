import { describe, expect, it } from 'vitest';
import { findPrice, knownPrices, microcentsOf } from '../../src/shared/model-prices';

describe('the price of a model', () => {
  it.each([
    ['gpt-4o', 2.5],
    ['GPT-4o', 2.5],
    ['gpt-4o-2024-08-06', 2.5],
    ['openai/gpt-4o-mini', 0.15],
    ['gpt-4-0613', 30],
    ['claude-sonnet-4-20250514', 3],
    ['claude-sonnet-4-5-20250929', 3],
    ['anthropic/claude-opus-4.5', 5],
    ['claude-3-5-haiku-latest', 0.8],
    ['gemini-2.0-flash-001', 0.1],
  ])('knows %s', (model, prompt) => {
    expect(findPrice(model, [])?.prompt).toBe(prompt);
  });

  it.each(['gpt-4-32k', 'gpt-4o-audio-preview', 'gpt-9', 'llama3.2:3b', 'o1-mini', ''])(
    'does not guess that of %s from a name like it',
    (model) => {
      expect(findPrice(model, [])).toBeNull();
    },
  );

  it('finds each that is known by its own name', () => {
    for (const known of knownPrices) expect(findPrice(known.model, [])).toBe(known);
  });

  it('is the user’s own where there is one, for the exact name before the name without a date', () => {
    const own = [
      { model: 'gpt-4o', prompt: 1, completion: 2 },
      { model: 'gpt-4o-2024-08-06', prompt: 3, completion: 4 },
      { model: 'My Model', prompt: 5, completion: 6 },
    ];
    expect(findPrice('gpt-4o', own)?.prompt).toBe(1);
    expect(findPrice('gpt-4o-2024-08-06', own)?.prompt).toBe(3);
    expect(findPrice('gpt-4o-2024-11-20', own)?.prompt).toBe(1);
    expect(findPrice('my model', own)?.prompt).toBe(5);
    expect(findPrice('gpt-4o-mini', own)?.prompt).toBe(0.15);
  });

  it('is known once for each model', () => {
    const names = knownPrices.map(({ model }) => model);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is a hundred microcents a token for each dollar a million tokens', () => {
    const price = { prompt: 2.5, completion: 10 };
    // A million and a million: 2.50 + 10 dollars.
    expect(microcentsOf(price, { prompt: 1_000_000, completion: 1_000_000 })).toBe(12.5 * 100_000_000);
    expect(microcentsOf(price, { prompt: 1, completion: 0 })).toBe(250);
  });
});
