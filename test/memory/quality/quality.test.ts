import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverSummary } from '../../../src/main/memory/quality/cover-summary';
import { drawMessages } from '../../../src/main/memory/quality/draw-messages';
import { judgePrompt } from '../../../src/main/memory/quality/judge-prompt';
import { keyDetails } from '../../../src/main/memory/quality/key-details';
import { readJudgement } from '../../../src/main/memory/quality/read-judgement';

const said = (...contents: readonly string[]) => contents.map((content) => ({ content }));

describe('the names, dates and numbers of a text', () => {
  it.each([
    ['The deadline is 14 March, says Ana.', ['14 March', 'Ana']],
    ['It costs 1,240 euros and starts on 2026-05-12.', ['2026-05-12', '1,240']],
    ['I met Tomás in Porto on May 3rd, 2024.', ['May 3rd, 2024', 'Tomás', 'Porto']],
    ['Nothing to see here. Really nothing.', []],
  ])('of %j are found once each', (text, expected) => {
    expect(keyDetails(text).map((detail) => detail.text)).toEqual(expected);
  });
});

describe('the deterministic judge', () => {
  it('gives one to a text that repeats the messages, nothing to one that has none of it', () => {
    const messages = said('The rent is 640 euros. Ana Torres signs on 14 March.');
    expect(coverSummary('The rent is 640 euros. Ana Torres signs on 14 March.', messages).score).toBe(1);
    const other = coverSummary('They talked about the weather.', messages);
    expect(other.score).toBe(0);
    expect(other.missing).toEqual(['The rent is 640 euros.', 'Ana Torres signs on 14 March.']);
  });

  it('knows a date and a number in another spelling', () => {
    const cover = coverSummary(
      'Signed 2026-03-14 for 1240.',
      said('We sign on 14 March, it is 1,240 in all.'),
    );
    expect(cover.details).toEqual({ kept: 2, all: 2 });
  });

  it('counts a repeated name once and leaves questions out', () => {
    const cover = coverSummary('', said('With Ana. And then Ana again.', 'Who is it, Tomás?'));
    expect(cover.details).toEqual({ kept: 0, all: 1 });
  });

  it('finds nothing missing where nothing is said', () => {
    expect(coverSummary('Anything.', said('Hi!', 'Ok')).score).toBe(1);
  });

  it('never leaves 0 to 1, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 4 }), (summary, messages) => {
        const { score } = coverSummary(summary, said(...messages));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the drawn messages', () => {
  it('are the same for the same seed, in order, without repetition', () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.integer(), fc.nat({ max: 5 }), (length, seed, count) => {
        const items = Array.from({ length }, (_, index) => index);
        const drawn = drawMessages(items, seed, count);
        expect(drawn).toEqual(drawMessages(items, seed, count));
        expect(drawn).toHaveLength(Math.min(count, length));
        expect(drawn).toEqual([...new Set(drawn)].toSorted((a, b) => a - b));
      }),
    );
  });

  it('are all drawn about as often', () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (let seed = 0; seed < 2_000; seed += 1) {
      for (const index of drawMessages([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], seed, 3)) counts[index]! += 1;
    }
    for (const count of counts) expect(Math.abs(count - 600)).toBeLessThan(120);
  });
});

describe('a judge’s reply', () => {
  const good = { reasoning: 'All of it is there.', score: 0.9, missing: ['the rent'], accurate: true };

  it('is read whatever stands around its JSON', () => {
    for (const reply of [
      JSON.stringify(good),
      `\`\`\`json\n${JSON.stringify(good)}\n\`\`\``,
      `Sure. ${JSON.stringify(good)} Done.`,
    ]) {
      expect(readJudgement(reply)).toEqual(good);
    }
  });

  it.each([
    '',
    'prose',
    '{"score": 0.5',
    'null',
    JSON.stringify({ ...good, score: 7 }),
    JSON.stringify({ ...good, score: '0.9' }),
    JSON.stringify({ ...good, reasoning: '' }),
    JSON.stringify({ score: 0.9, missing: [], accurate: true }),
  ])('is unscored where it is not what was asked for: %s', (reply) => {
    expect(readJudgement(reply)).toBeNull();
  });

  it('is asked for with its reasoning first', () => {
    const [system, user] = judgePrompt('A summary.', [{ speaker: 'User', content: 'I live in Porto.' }]);
    const keys = ['"reasoning"', '"score"', '"missing"', '"accurate"'].map((key) =>
      system!.content.indexOf(key),
    );
    expect(keys).toEqual(keys.toSorted((a, b) => a - b));
    expect(keys[0]).toBeGreaterThan(0);
    expect(user!.content).toContain('User: I live in Porto.');
  });
});
