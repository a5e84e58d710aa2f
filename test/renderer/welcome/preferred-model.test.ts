import { describe, expect, it } from 'vitest';
import { preferredModel } from '../../../src/renderer/welcome/preferred-model';

describe('the model proposed first', () => {
  it('is the best of those we know, wherever the server lists it', () => {
    expect(preferredModel(['gpt-4o', 'gpt-4o-mini', 'gpt-4.1-mini'])).toBe('gpt-4.1-mini');
    expect(preferredModel(['babbage-002', 'gpt-4o', 'gpt-4o-mini'])).toBe('gpt-4o-mini');
    expect(preferredModel(['gpt-4o-2024-05-13', 'gpt-4o'])).toBe('gpt-4o');
  });

  it('is the server’s first where we know none of them', () => {
    expect(preferredModel(['qwen2.5', 'llama3.2'])).toBe('qwen2.5');
    expect(preferredModel([])).toBe('');
  });
});
