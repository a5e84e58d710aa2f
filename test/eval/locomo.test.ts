import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../eval/locomo/evidence';
import { measure, percentile } from '../../eval/locomo/measures';
import { reportOf } from '../../eval/locomo/report';
import { runLocomo } from '../../eval/locomo/run-locomo';
import { keepNothing } from '../../eval/parts';

describe('evidence', () => {
  it('is every turn a string names, however it is written, and nothing that is no turn', () => {
    const turns = new Set(['D8:6', 'D9:17', 'D11:26', 'D30:5']);
    expect(evidenceOf(['D8:6; D9:17'], turns)).toEqual(['D8:6', 'D9:17']);
    expect(evidenceOf(['D:11:26', 'D30:05', 'D30:5'], turns)).toEqual(['D11:26', 'D30:5']);
    expect(evidenceOf(['D8:6 D9:17', 'D99:1', 'nothing'], turns)).toEqual(['D8:6', 'D9:17']);
  });
});

describe('the measures', () => {
  it('are the share of evidence, the share of questions and the first rank, in percent', () => {
    const measured = measure([
      { category: 1, ranks: [1, 12] },
      { category: 1, ranks: [Infinity] },
    ]);
    expect(measured.recall).toEqual({ '1': 25, '5': 25, '10': 25, '20': 50 });
    expect(measured.hit).toEqual({ '1': 50, '5': 50, '10': 50, '20': 50 });
    expect(measured.mrr).toBe(50);
  });

  it('take percentiles by the nearest rank', () => {
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2);
    expect(percentile([4, 1, 3, 2], 0.95)).toBe(4);
    expect(percentile([], 0.5)).toBe(0);
  });
});

describe('a run', () => {
  it('asks every question with evidence through the program itself, and keeps the adversarial ones apart', async () => {
    const file = 'test/fixtures/conversation.json';
    const report = reportOf(await runLocomo({ file, embedder: null, openParts: keepNothing }));
    const { '5': adversarial, ...others } = report.byCategory;
    expect(adversarial?.questions).toBeGreaterThan(0);
    expect(report.questions).toBe(Object.values(others).reduce((sum, part) => sum + part.questions, 0));
    // Far from chance, which is below 3 in a conversation of 509 turns.
    expect(report.recall['10']).toBeGreaterThan(50);
    expect(report.recall['20']).toBeGreaterThanOrEqual(report.recall['10']);
  });
});
