import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { extractSummary, type SummarySource } from '../../../src/main/memory/summary/extract-summary';
import { splitSentences } from '../../../src/main/memory/text/split-sentences';
import type { TokenCounter } from '../../../src/main/memory/tokens/token-counter';
import { sharedCounters } from '../../fakes/shared-counters';
import { randomText } from '../../property/random-words';

let counter: TokenCounter;
beforeAll(async () => {
  counter = await sharedCounters.forModel('gpt-4o');
});

const at = new Date(2024, 2, 3).getTime();
const says = (speaker: string, content: string): SummarySource => ({
  speaker,
  role: 'user',
  content,
  createdAt: at,
});
const chatter = Array.from({ length: 30 }, () =>
  says('Tomas', 'Ha, I know. Sounds good to me! Really? Yes, yes.'),
);

describe('an extractive summary', () => {
  it('is the same every time, and never over its limit', () => {
    const sources = fc.array(
      fc.record({ speaker: fc.constantFrom('Nadia', 'Tomas'), text: randomText(0, 60) }),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(
        sources,
        fc.option(randomText(1, 80)),
        fc.integer({ min: 50, max: 400 }),
        (list, prior, limit) => {
          const messages = list.map(({ speaker, text }) => says(speaker, text));
          const summary = extractSummary(prior, messages, limit, counter);
          expect(counter.count(summary)).toBeLessThanOrEqual(limit);
          expect(extractSummary(prior, messages, limit, counter)).toBe(summary);
          const words = prior !== null || list.some(({ text }) => text.trim() !== '');
          expect(summary !== '').toBe(words);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('counts what its lines cost joined, which can be more than one by one', () => {
    const text = '1987 train 42 coffee yesterday question answer the coffee Berlin of a music music 1987';
    const prior =
      'market market river the coffee winter the quiet went 1987 answer a river answer went train went';
    const summary = extractSummary(prior, [says('Nadia', text)], 50, counter);
    expect(summary).not.toBe('');
    expect(counter.count(summary)).toBeLessThanOrEqual(50);
  });

  it('keeps names, numbers and dates before chatter, verbatim, with speaker and day', () => {
    const facts = [
      'My flight TP 1327 to Lisbon leaves on 14 June 2024 at 07:45.',
      'We agreed with Doctor Almeida on 250 euros for the repair.',
    ];
    const messages = [
      ...chatter.slice(0, 15),
      ...facts.map((fact) => says('Nadia', fact)),
      ...chatter.slice(15),
    ];
    const summary = extractSummary(null, messages, 100, counter);
    for (const fact of facts) expect(summary).toContain(`- Nadia, 2024-03-03: ${fact}`);
  });

  it('lets the lines of the prior summary compete, and keeps the order of what was said', () => {
    const prior = '- Nadia, 2024-03-01: Nadia moved to Porto with her brother Rui in 2019.';
    const summary = extractSummary(
      prior,
      [...chatter, says('Nadia', 'My sister Inês bought the house in Braga for 90,000 euros.')],
      120,
      counter,
    );
    expect(summary.split('\n')[0]).toBe(prior);
    expect(summary).toContain('Inês');
  });

  it('says nothing twice', () => {
    const summary = extractSummary(
      null,
      Array.from({ length: 8 }, () => says('Nadia', 'The key is under the blue pot by the Douro river.')),
      60,
      counter,
    );
    expect(summary.split('\n').length).toBeLessThanOrEqual(3);
  });

  it('shortens the only sentence there is when it is too long', () => {
    const summary = extractSummary(null, [says('Nadia', 'so and '.repeat(500))], 50, counter);
    expect(summary).toContain('so and');
    expect(counter.count(summary)).toBeLessThanOrEqual(50);
  });
});

describe('sentences', () => {
  it('end at their marks and at every line break', () => {
    expect(splitSentences('One. Two?\nthree\r\n\r\n  four! ')).toEqual(['One.', 'Two?', 'three', 'four!']);
    expect(splitSentences('  \n ')).toEqual([]);
    expect(splitSentences('今天下雨。明天呢？')).toHaveLength(2);
  });
});
