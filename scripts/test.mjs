// npm test: unit, property and integration tests, then the app itself in real Electron. `npm test -- unit` or
// `-- e2e` runs one of the two; further arguments choose files. What failed is named once more at the end; the
// last line holds the totals.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { attached, packageFile } from './child.mjs';
import { buildIfChanged } from './build.mjs';
import { electronEnvironment, onSomeDisplay } from './environment.mjs';
import { readJson } from './setup/paths.mjs';
import { failureLines, playwrightFailures, vitestFailures } from './test/failures.mjs';
import {
  closingLine,
  isGood,
  NONE,
  playwrightTotals,
  sum,
  vitestTotals,
  withExitCode,
} from './test/totals.mjs';

/** @typedef {import('./test/totals.mjs').Totals} Totals */

const [first, ...others] = process.argv.slice(2);
const only = first === 'unit' || first === 'e2e' ? first : undefined;
const filters = only === undefined && first !== undefined ? [first, ...others] : others;
/** @type {string[]} */
const failures = [];
const reports = mkdtempSync(path.join(tmpdir(), 'engram-test-'));

/** @returns {Promise<Totals>} */
async function unit() {
  console.log('\nUnit, property and integration tests');
  const report = path.join(reports, 'vitest.json');
  const args = [
    'run',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const code = await attached(process.execPath, [packageFile('vitest', 'vitest.mjs'), ...args, ...filters]);
  failures.push(...failureLines(vitestFailures(readJson(report))));
  return withExitCode(vitestTotals(readJson(report)), code);
}

/** @returns {Promise<Totals>} */
async function endToEnd() {
  console.log('\nEnd-to-end tests in Electron');
  const report = path.join(reports, 'playwright.json');
  const cli = [packageFile('@playwright/test', 'cli.js'), 'test', '--reporter=list,json', ...filters];
  const display = onSomeDisplay([process.execPath, ...cli], { platform: process.platform, env: process.env });
  if (display.kind === 'refuse') {
    console.error(display.message);
    return { ...NONE, failed: 1 };
  }
  if (!(await buildIfChanged())) return { ...NONE, failed: 1 };
  const [program, ...args] = display.command;
  const env = { ...electronEnvironment(process.env), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const code = await attached(program, args, env);
  failures.push(...failureLines(playwrightFailures(readJson(report))));
  return withExitCode(playwrightTotals(readJson(report)), code);
}

/** @returns {Promise<Totals>} */
async function everything() {
  if (only === 'unit') return unit();
  if (only === 'e2e') return endToEnd();
  // Files named by the developer are unit tests unless they are in test/e2e.
  if (filters.length > 0) return filters.every((filter) => filter.includes('e2e')) ? endToEnd() : unit();
  return sum([await unit(), await endToEnd()]);
}

const totals = await everything();
rmSync(reports, { recursive: true, force: true });
if (failures.length > 0) console.log(`\n${failures.join('\n')}`);
console.log(`\n${closingLine(totals)}`);
process.exitCode = isGood(totals) ? 0 : 1;
