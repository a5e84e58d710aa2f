import { confusionTable, readCases } from './confusion';
import type { Suite } from '../suite';

/** Whether replies that say information is missing are told from those that only look like it. */
export const secondLookSuite: Suite = {
  usage: `  npm run eval -- second-look
      puts the detection of a missing answer to the written cases and prints its confusion table`,
  run: (args) => {
    if (args.length > 0) return Promise.resolve(null);
    process.stdout.write(`${confusionTable(readCases())}\n`);
    return Promise.resolve(0);
  },
};
