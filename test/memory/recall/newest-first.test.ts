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

  it('put the newer first where its sentence on the matter tells it anew, whatever else it says', () => {
    const rent = said('Joaquin pays 690 euros of rent each month. Can you help me with the heat pump?', 1);
    const risen = said(
      'Leonie learns the guitar. The rent of Joaquin went up, each month it is 1120 euros. I met Tobias at the market.',
      9,
    );
    const asked = 'How many euros of rent does Joaquin pay each month?';
    expect(newestFirst([rent, risen], asked)).toEqual([risen, rent]);
    const [room, moved] = [
      said('王芳的房间号是1806。 Thanks!', 1),
      said('Hello. 王芳换了地方，房间号是2317。', 9),
    ];
    expect(newestFirst([room, moved], '王芳的房间号是多少？')).toEqual([moved, room]);
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
