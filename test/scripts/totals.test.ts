import { describe, expect, it } from 'vitest';
import {
  closingLine,
  isGood,
  NONE,
  playwrightTotals,
  sum,
  vitestTotals,
  withExitCode,
} from '../../scripts/test/totals.mjs';

describe('the totals of a test run', () => {
  it('close with passed and failed, and with skipped where there are any', () => {
    expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });

  it('add up over unit and end-to-end tests', () => {
    const unit = vitestTotals({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 });
    const endToEnd = playwrightTotals({ stats: { expected: 2, unexpected: 0, flaky: 1, skipped: 1 } });
    expect(sum([unit, endToEnd])).toEqual({ passed: 8, failed: 1, skipped: 3 });
  });

  it('count a file that does not load as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(vitestTotals({ numPassedTests: 1, numFailedTests: 0, testResults }).failed).toBe(1);
    expect(playwrightTotals({ stats: { expected: 1 }, errors: [{}] }).failed).toBe(1);
  });

  it('fail when the runner fails without saying which test', () => {
    expect(withExitCode(vitestTotals(undefined), 1).failed).toBe(1);
    expect(withExitCode({ ...NONE, passed: 2 }, 0).failed).toBe(0);
  });

  it('are good only when something ran and nothing failed', () => {
    expect(isGood(NONE)).toBe(false);
    expect(isGood({ passed: 1, failed: 1, skipped: 0 })).toBe(false);
    expect(isGood({ passed: 1, failed: 0, skipped: 0 })).toBe(true);
  });
});
