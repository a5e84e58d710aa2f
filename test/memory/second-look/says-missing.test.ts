import { describe, expect, it } from 'vitest';
import { confusionOf, readCases } from '../../../eval/second-look/confusion';
import { saysMissing } from '../../../src/main/memory/second-look/says-missing';

describe('the written cases', () => {
  const cases = readCases();

  it.each(cases.map((each) => [each.missing, each.id, each.kind, each.language, each.reply] as const))(
    'missing: %s (case %i, %s, %s)',
    (missing, _id, _kind, _language, reply) => {
      expect(saysMissing(reply) !== null).toBe(missing);
    },
  );

  it('are 60, of both sorts and several languages, and are counted in a confusion table', () => {
    expect(cases).toHaveLength(60);
    expect(new Set(cases.map(({ language }) => language)).size).toBeGreaterThanOrEqual(5);
    const { truePositives, falsePositives, trueNegatives, falseNegatives } = confusionOf(cases);
    expect(truePositives + falseNegatives).toBe(32);
    expect(falsePositives + trueNegatives).toBe(28);
  });
});

describe('a reply', () => {
  it('is judged by the sentence that says so, which is given back', () => {
    expect(saysMissing('Good question. I don’t know the gate code. Ask Ana.')).toBe(
      "I don't know the gate code.",
    );
  });

  it('that answers and lacks something further down is an answer', () => {
    const reply = 'It was in 2019. Ana paid for it. The bill went to her firm. I do not have the receipt.';
    expect(saysMissing(reply)).toBeNull();
  });

  it('of any length or shape ends in a verdict', () => {
    for (const text of ['', '   ', '```', '"', '> ', 'I '.repeat(100_000), '“'.repeat(10_000)]) {
      expect(saysMissing(text)).toBeNull();
    }
  });
});
