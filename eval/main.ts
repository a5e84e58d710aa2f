import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createBundledEmbedder } from '../src/main/embeddings/bundled-embedder';
import { AppError } from '../src/shared/errors';
import { reportOf, tableOf } from './locomo/report';
import { runLocomo } from './locomo/run-locomo';

const usage = `Usage: npm run eval -- locomo FILE [--no-embeddings] [--json FILE]

  locomo FILE       measures recall on a file of LoCoMo's schema (docs/evaluation.md says where such a file comes from)
  --no-embeddings   by keyword alone
  --json FILE       also writes the figures as JSON`;

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' }, 'no-embeddings': { type: 'boolean', default: false } },
  });
  const [suite, file] = positionals;
  if (suite !== 'locomo' || file === undefined) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const run = await runLocomo({
    file,
    embedder: values['no-embeddings'] ? null : createBundledEmbedder(),
    onProgress: (text) => process.stderr.write(`${text}\n`),
  });
  const report = reportOf(run);
  process.stdout.write(`${tableOf(report)}\n`);
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
  return 0;
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
