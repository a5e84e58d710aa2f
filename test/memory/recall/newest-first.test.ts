import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestFirst } from '../../../src/main/memory/recall/newest-first';

const said = (content: string, createdAt: number) => ({ content, createdAt });
const query = 'What is the code for the locker of Marisol?';
const old = said('The code for the locker of Marisol is 4471.', 1);
const newer = said('Marisol changed the code for the locker, it is 2786 now.', 9);
const other = said('Marisol went for a walk.', 5);

describe('quotes of one recall', () => {
  it('put the newer of two that speak of the same matter first', () => {
    expect(newestFirst([old, other, newer], query)).toEqual([newer, old, other]);
    expect(newestFirst([newer, old, other], query)).toEqual([newer, old, other]);
  });

  it('put the newer of two that share half of their words first, whatever was asked', () => {
    expect(newestFirst([old, other, newer], 'How do I open it?')).toEqual([newer, old, other]);
  });

  it('keep their rank where they share less than the matter', () => {
    expect(newestFirst([other, newer], 'Where is Marisol?')).toEqual([other, newer]);
    expect(newestFirst([other, said('Nothing of it.', 20)], query).at(0)).toBe(other);
  });

  it('are never more or fewer', () => {
    const message = fc.record({
      content: fc.constantFrom(old.content, newer.content, other.content),
      createdAt: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 8 }), (messages) => {
        const ordered = newestFirst(messages, query);
        expect(new Set(ordered)).toEqual(new Set(messages));
        expect(ordered).toHaveLength(messages.length);
      }),
    );
  });
});
