import { splitWords } from '../text/split-words';

/** Words in a row that count as repeated. */
const runLength = 4;
/** Replies of fewer runs say too little to be called an echo. */
const leastRuns = 8;
const maxCharacters = 4_000;

/** How much of a reply repeats what it was given, word for word: 0–1, of its runs of four words; 0 for a short reply. */
export function echoShare(reply: string, source: string): number {
  const said = runsOf(reply);
  if (said.length < leastRuns) return 0;
  const given = new Set(runsOf(source));
  return said.filter((run) => given.has(run)).length / said.length;
}

function runsOf(text: string): readonly string[] {
  const words = splitWords(text.slice(0, maxCharacters)).flatMap((unit) =>
    unit.kind === 'word' ? [unit.text] : unit.characters,
  );
  return words.slice(runLength - 1).map((_, index) => words.slice(index, index + runLength).join(' '));
}
