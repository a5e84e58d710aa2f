import { splitSentences } from './split-sentences';
import { readContentTerms } from './content-terms';

/** A sentence of a message, or a few that stand together, as it is embedded. */
export interface SentenceGroup {
  readonly text: string;
  readonly asks: boolean;
}

/** A text is told by so many of its sentences at most; of longer ones, neighbours are taken together. */
const mostGroups = 6;

/**
 * What a text says, sentence by sentence: questions apart from statements, and without those that say nothing ("How are you?").
 *
 * A text of more sentences has the shortest neighbours of a kind joined until six groups are left; where questions and
 * statements alternate there may be more.
 */
export function sentenceGroups(text: string): readonly SentenceGroup[] {
  const groups = splitSentences(text)
    .filter((sentence) => readContentTerms(sentence).length > 0)
    .map((sentence) => ({ text: sentence, asks: /[?？؟]["'”’)\]]*$/u.test(sentence) }));
  while (groups.length > mostGroups) {
    const at = shortestPair(groups);
    const [first, second] = [groups[at], groups[at + 1]];
    if (first === undefined || second === undefined) break;
    groups.splice(at, 2, { text: `${first.text} ${second.text}`, asks: first.asks });
  }
  return groups;
}

/** Where the two neighbours of one kind begin that are the shortest together; −1 where there are none. */
function shortestPair(groups: readonly SentenceGroup[]): number {
  let best = -1;
  let shortest = Infinity;
  for (let at = 0; at + 1 < groups.length; at += 1) {
    const [first, second] = [groups[at], groups[at + 1]];
    if (first?.asks !== second?.asks) continue;
    const length = (first?.text.length ?? 0) + (second?.text.length ?? 0);
    if (length < shortest) [best, shortest] = [at, length];
  }
  return best;
}
