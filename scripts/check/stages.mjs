/**
 * @typedef {object} Stage one thing `npm run check` looks at
 * @property {string} name
 * @property {string} npmPackage whose program does it
 * @property {string} program the program's path inside the package
 * @property {readonly string[]} args
 * @property {(output: string) => string | undefined} [doubt] why a run that ended well proves nothing, if so
 */

const CACHE = 'node_modules/.cache/engram';

/**
 * The stages; the long ones first, since the machine takes them as places come free.
 * @type {readonly Stage[]}
 */
export const STAGES = [
  {
    name: 'lint',
    npmPackage: 'eslint',
    program: 'bin/eslint.js',
    args: [
      '.',
      '--max-warnings',
      '0',
      '--cache',
      '--cache-location',
      `${CACHE}/eslint`,
      '--cache-strategy',
      'content',
    ],
  },
  { name: 'types', npmPackage: 'typescript', program: 'bin/tsc', args: ['--noEmit', '-p', '.'] },
  {
    name: 'format',
    npmPackage: 'prettier',
    program: 'bin/prettier.cjs',
    args: ['--check', '--log-level', 'warn', '--cache', '--cache-location', `${CACHE}/prettier`, '.'],
  },
  {
    name: 'dead code',
    npmPackage: 'knip',
    program: 'bin/knip.js',
    args: ['--no-progress', '--treat-config-hints-as-errors'],
  },
  {
    name: 'import rules',
    npmPackage: 'dependency-cruiser',
    program: 'bin/dependency-cruise.mjs',
    args: ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
    doubt: nothingCruised,
  },
];

/**
 * dependency-cruiser ends well when it can read no TypeScript at all.
 * @param {string} output
 * @returns {string | undefined}
 */
export function nothingCruised(output) {
  const modules = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0);
  return modules > 0 ? undefined : 'no module was read: does dependency-cruiser support this TypeScript?';
}
