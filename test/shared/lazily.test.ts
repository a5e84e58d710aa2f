import { describe, expect, it, vi } from 'vitest';
import { lazily } from '../../src/shared/lazily';

describe('an object made by and by', () => {
  it('makes each member when it is first asked for, and keeps it', () => {
    const first = vi.fn(() => ({ name: 'first' }));
    const second = vi.fn(() => ({ name: 'second' }));
    const made = lazily<{ first: { name: string }; second: { name: string } }>({ first, second });
    expect(Object.keys(made)).toEqual(['first', 'second']);
    expect(made.first).toBe(made.first);
    expect(first).toHaveBeenCalledTimes(1);
    expect(second).not.toHaveBeenCalled();
    const { second: taken } = made;
    expect(taken).toEqual({ name: 'second' });
  });

  it('tries a member again that could not be made', () => {
    let tries = 0;
    const made = lazily<{ value: number }>({
      value: () => {
        tries += 1;
        if (tries === 1) throw new Error('not yet');
        return tries;
      },
    });
    expect(() => made.value).toThrow('not yet');
    expect(made.value).toBe(2);
  });
});
