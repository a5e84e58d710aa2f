/** @typedef {{ passed: number, failed: number, skipped: number }} Totals tests, counted by how they ended */

/** @type {Totals} */
export const NONE = { passed: 0, failed: 0, skipped: 0 };

/**
 * The totals of vitest's JSON report. A file that does not even load counts as one failure.
 * @param {unknown} report undefined where the run wrote none
 * @returns {Totals}
 */
export function vitestTotals(report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    /** @type {Record<string, unknown>} */ (report ?? {});
  const files = /** @type {readonly { status?: string, assertionResults?: readonly unknown[] }[]} */ (
    Array.isArray(testResults) ? testResults : []
  );
  const broken = files.filter(
    (file) => file.status === 'failed' && file.assertionResults?.length === 0,
  ).length;
  return {
    passed: count(numPassedTests),
    failed: count(numFailedTests) + broken,
    skipped: count(numPendingTests) + count(numTodoTests),
  };
}

/**
 * The totals of Playwright's JSON report. A flaky test, one that passed at its second try, counts as passed: only CI
 * tries twice, and the list reporter names each such test.
 * @param {unknown} report undefined where the run wrote none
 * @returns {Totals}
 */
export function playwrightTotals(report) {
  const { stats, errors } = /** @type {{ stats?: Record<string, unknown>, errors?: unknown }} */ (
    report ?? {}
  );
  const loading = Array.isArray(errors) ? errors.length : 0;
  return {
    passed: count(stats?.['expected']) + count(stats?.['flaky']),
    failed: count(stats?.['unexpected']) + loading,
    skipped: count(stats?.['skipped']),
  };
}

/**
 * The totals of a run: what its report says, and at least one failure where the program says it failed.
 * @param {Totals} reported
 * @param {number} exitCode
 * @returns {Totals}
 */
export function withExitCode(reported, exitCode) {
  return exitCode !== 0 && reported.failed === 0 ? { ...reported, failed: 1 } : reported;
}

/**
 * @param {readonly Totals[]} runs
 * @returns {Totals}
 */
export function sum(runs) {
  return runs.reduce(
    (all, run) => ({
      passed: all.passed + run.passed,
      failed: all.failed + run.failed,
      skipped: all.skipped + run.skipped,
    }),
    NONE,
  );
}

/**
 * The line a test run ends with: `12 passed, 0 failed` or `12 passed, 0 failed, 1 skipped`.
 * @param {Totals} totals
 * @returns {string}
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Whether a run proves something: nothing failed, and something ran.
 * @param {Totals} totals
 * @returns {boolean}
 */
export function isGood({ passed, failed }) {
  return failed === 0 && passed > 0;
}

/** @param {unknown} value */
function count(value) {
  return typeof value === 'number' ? value : 0;
}
