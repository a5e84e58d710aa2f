import { hashFiles } from '../scripts/setup/stamp.mjs';
import { inModules, root } from '../scripts/setup/paths.mjs';
import { openParts, type Parts } from './parts';

/** Where runs that broke off keep what they have done. */
const keptRuns = inModules('.cache', 'engram', 'eval');

/**
 * The parts of a run of the command line, told on standard error. It depends on its arguments, the code, what ships with it (the
 * word vectors), the packages and the files it reads, by absolute path: the same once more goes on with a run that broke off.
 */
export function openPartsOf(
  args: readonly string[],
  files: readonly string[],
): (total: number) => Promise<Parts> {
  const code = hashFiles(root, ['src', 'eval', 'resources', 'package-lock.json']);
  const read = hashFiles('', files);
  return (total) =>
    openParts({
      folder: keptRuns,
      identity: JSON.stringify([args, code, read]),
      total,
      onProgress: (text) => process.stderr.write(`${text}\n`),
    });
}
