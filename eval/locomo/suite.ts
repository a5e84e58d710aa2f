import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createBundledEmbedder } from '../../src/main/embeddings/bundled-embedder';
import { openPartsOf } from '../kept-runs';
import type { Suite } from '../suite';
import { reportOf, tableOf } from './report';
import { runLocomo } from './run-locomo';

/** Recall on real conversations. */
export const locomoSuite: Suite = {
  usage: `  npm run eval -- locomo FILE [--no-embeddings] [--anonymous] [--json FILE]
      measures recall on a file of LoCoMo's or LongMemEval's schema (docs/evaluation.md says where such files come from)
      --no-embeddings   by words alone
      --anonymous       as a chat of one user and one assistant, whose messages name no author
      --json FILE       also writes the figures as JSON`,
  run: async (args) => {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'string' },
        'no-embeddings': { type: 'boolean', default: false },
        anonymous: { type: 'boolean', default: false },
      },
    });
    const [file] = positionals;
    if (file === undefined) return null;
    const run = await runLocomo({
      file,
      embedder: values['no-embeddings'] ? null : createBundledEmbedder(),
      anonymous: values.anonymous,
      openParts: openPartsOf(args, [resolve(file)]),
    });
    const report = reportOf(run);
    process.stdout.write(`${tableOf(report)}\n`);
    if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
    return 0;
  },
};
