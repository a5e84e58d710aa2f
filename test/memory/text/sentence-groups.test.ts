import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceGroups } from '../../../src/main/memory/text/sentence-groups';

const textsOf = (text: string): readonly string[] => sentenceGroups(text).map((group) => group.text);

describe('the sentences of a message', () => {
  it('are told apart, questions from statements, and lines from each other', () => {
    expect(sentenceGroups('I adopted a beagle. Do you have pets?\nMy sister has two cats!')).toEqual([
      { text: 'I adopted a beagle.', asks: false },
      { text: 'Do you have pets?', asks: true },
      { text: 'My sister has two cats!', asks: false },
    ]);
  });

  it('know a question by its mark in other scripts, and before a closing quotation mark', () => {
    expect(sentenceGroups('你养猫吗？').map(({ asks }) => asks)).toEqual([true]);
    expect(sentenceGroups('She asked "Is the garden ready?"').map(({ asks }) => asks)).toEqual([true]);
  });

  it('leave out what says nothing', () => {
    expect(textsOf('So it is! And you? The boiler was repaired on Friday.')).toEqual([
      'The boiler was repaired on Friday.',
    ]);
    expect(textsOf('  \n ')).toEqual([]);
  });

  it('are joined with their shortest neighbours where there are more than six', () => {
    const groups = textsOf(
      'Alpha one. Beta two. Gamma three rivers. Delta four. Epsilon five. Zeta six. Eta seven.',
    );
    expect(groups).toHaveLength(6);
    expect(groups.join(' ')).toBe(
      'Alpha one. Beta two. Gamma three rivers. Delta four. Epsilon five. Zeta six. Eta seven.',
    );
    expect(groups).toContain('Gamma three rivers.');
  });

  it('are never lost by that, and a question is never joined to a statement', () => {
    const sentence = fc
      .tuple(fc.constantFrom('Walls', 'Rivers', 'Clocks', 'Maps'), fc.nat(999), fc.constantFrom('.', '?'))
      .map(([word, number, end]) => `${word} ${String(number)} matter${end}`);
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 30 }), (sentences) => {
        const groups = sentenceGroups(sentences.join(' '));
        expect(groups.map(({ text }) => text).join(' ')).toBe(sentences.join(' '));
        for (const { text, asks } of groups) expect(text.includes(asks ? '.' : '?')).toBe(false);
      }),
    );
  });
});
