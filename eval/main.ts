import { AppError } from '../src/shared/errors';
import { locomoSuite } from './locomo/suite';
import { plantedSuite } from './planted/suite';
import { secondLookSuite } from './second-look/suite';
import type { Suite } from './suite';

/** Every evaluation, by the name its command has. */
const suites: Readonly<Partial<Record<string, Suite>>> = {
  locomo: locomoSuite,
  planted: plantedSuite,
  'second-look': secondLookSuite,
};

async function main(): Promise<number> {
  const [name = '', ...rest] = process.argv.slice(2);
  const suite = suites[name];
  const code = suite === undefined ? null : await suite.run(rest);
  if (code !== null) return code;
  const usages = Object.values(suites).map((each) => each?.usage ?? '');
  process.stderr.write(`Usage:\n\n${usages.join('\n\n')}\n`);
  return 2;
}

try {
  process.exitCode = await main();
} catch (error) {
  const expected = error instanceof AppError || (error instanceof TypeError && 'code' in error);
  process.stderr.write(
    `${expected ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exitCode = 1;
}
