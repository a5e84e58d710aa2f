import path from 'node:path';

/** @typedef {{ name: string, message: string }} Failure a failed test and the first lines of what it said */
/** @typedef {{ fullName: string, status: string, failureMessages?: readonly string[] }} UnitTest */
/** @typedef {{ name: string, status: string, message?: string, assertionResults: readonly UnitTest[] }} UnitFile */
/** @typedef {{ error?: { message?: string } }} Try */
/** @typedef {{ title: string, file: string, line: number, tests: readonly { status: string, results: readonly Try[] }[] }} Spec */
/** @typedef {{ specs?: readonly Spec[], suites?: readonly Suite[] }} Suite */

/** So many lines of what a failed test said are repeated at the end of a run. */
const LINES = 6;

/**
 * The failed tests of vitest's JSON report, and the files that do not load.
 * @param {unknown} report undefined where the run wrote none
 * @returns {readonly Failure[]}
 */
export function vitestFailures(report) {
  const { testResults } = /** @type {{ testResults?: readonly UnitFile[] }} */ (report ?? {});
  return (testResults ?? []).flatMap((file) => {
    const name = path.relative(process.cwd(), file.name);
    if (file.status === 'failed' && file.assertionResults.length === 0)
      return [{ name, message: head(file.message) }];
    return file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => ({
        name: `${name} > ${test.fullName}`,
        message: head(test.failureMessages?.join('\n')),
      }));
  });
}

/**
 * The failed tests of Playwright's JSON report; one that passed at its second try is named too, as flaky.
 * @param {unknown} report undefined where the run wrote none
 * @returns {readonly Failure[]}
 */
export function playwrightFailures(report) {
  const { suites, errors } =
    /** @type {{ suites?: readonly Suite[], errors?: readonly { message?: string }[] }} */ (report ?? {});
  return [
    ...(errors ?? []).map((error) => ({ name: 'end-to-end tests', message: head(error.message) })),
    ...(suites ?? []).flatMap(ofSuite),
  ];
}

/**
 * The lines that name them at the end of a run.
 * @param {readonly Failure[]} failures
 * @returns {readonly string[]}
 */
export function failureLines(failures) {
  return failures.flatMap(({ name, message }) => [
    `failed: ${name}`,
    ...message.split('\n').map((line) => `    ${line}`),
  ]);
}

/**
 * @param {Suite} suite
 * @returns {readonly Failure[]}
 */
function ofSuite(suite) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === 'unexpected' || test.status === 'flaky')
      .map((test) => ({
        name: `${spec.file}:${spec.line} > ${spec.title}${test.status === 'flaky' ? ' (flaky)' : ''}`,
        message: head(test.results.find((result) => result.error !== undefined)?.error?.message),
      })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(ofSuite)];
}

/** @param {string | undefined} message */
function head(message) {
  return (message ?? 'it said nothing').trim().split('\n').slice(0, LINES).join('\n');
}
