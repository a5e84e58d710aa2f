import { describe, expect, it } from 'vitest';
import { failureLines, playwrightFailures, vitestFailures } from '../../scripts/test/failures.mjs';

describe('what a test run repeats at its end', () => {
  it('names each failed unit test with the first lines of what it said', () => {
    const report = {
      testResults: [
        {
          name: 'test/a.test.ts',
          status: 'failed',
          assertionResults: [
            { fullName: 'a holds', status: 'passed' },
            { fullName: 'a breaks', status: 'failed', failureMessages: ['1\n2\n3\n4\n5\n6\n7'] },
          ],
        },
      ],
    };
    expect(failureLines(vitestFailures(report))).toEqual([
      'failed: test/a.test.ts > a breaks',
      ...['1', '2', '3', '4', '5', '6'].map((line) => `    ${line}`),
    ]);
  });

  it('names a file that does not load', () => {
    const report = {
      testResults: [{ name: 'b.test.ts', status: 'failed', assertionResults: [], message: 'no' }],
    };
    expect(vitestFailures(report)).toEqual([{ name: 'b.test.ts', message: 'no' }]);
  });

  it('names each failed end-to-end test, however deep, and one that passed at its second try as flaky', () => {
    const spec = (title: string, status: string) => ({
      title,
      file: 'c.spec.ts',
      line: 3,
      tests: [{ status, results: [{ error: { message: `${title} broke` } }, {}] }],
    });
    const report = {
      suites: [
        {
          specs: [spec('x', 'unexpected'), spec('y', 'expected')],
          suites: [{ specs: [spec('z', 'flaky')] }],
        },
      ],
    };
    expect(playwrightFailures(report)).toEqual([
      { name: 'c.spec.ts:3 > x', message: 'x broke' },
      { name: 'c.spec.ts:3 > z (flaky)', message: 'z broke' },
    ]);
  });

  it('names nothing where no report was written', () => {
    expect([...vitestFailures(undefined), ...playwrightFailures(undefined)]).toEqual([]);
  });
});
