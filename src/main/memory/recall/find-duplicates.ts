import type { MessageId } from '../../../shared/model/ids';
import { isStopWord } from '../text/stop-words';
import { splitWords } from '../text/split-words';

/** A candidate whose words are compared. */
export interface ComparedMessage {
  readonly id: MessageId;
  readonly content: string;
  readonly createdAt: number;
}

/** Share of common words (Jaccard) from which two messages say the same. */
const nearDuplicate = 0.85;
const maxCompared = 100;
/** What a count of words may be off by. */
const rounding = 1e-9;

interface Signature extends ComparedMessage {
  readonly words: ReadonlySet<string>;
  readonly facts: string;
}

/**
 * The messages that repeat an older one among the candidates: nearly the same words, and every name, number
 * and date agrees. Where those differ both stay, since one of them is news (invariant 7).
 */
export function findDuplicates(messages: readonly ComparedMessage[]): ReadonlySet<MessageId> {
  const oldestFirst = messages
    .slice(0, maxCompared)
    .map(sign)
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  const duplicates = new Set<MessageId>();
  const originals: Signature[] = [];
  for (const message of oldestFirst) {
    if (originals.some((original) => isSame(original, message))) duplicates.add(message.id);
    else originals.push(message);
  }
  return duplicates;
}

function sign(message: ComparedMessage): Signature {
  const text = message.content.slice(0, 4_000);
  const words = new Set<string>();
  for (const unit of splitWords(text)) {
    const parts = unit.kind === 'word' ? [unit.text] : unit.characters;
    for (const word of parts) if (!isStopWord(word)) words.add(word);
  }
  // Names inside sentences and everything with a digit.
  const facts = [...text.matchAll(/(?<=[\p{L},;]\s)\p{Lu}[\p{L}'’-]+|[\p{L}]*\d[\p{L}\d.,:/-]*/gu)]
    .map((match) => match[0].replace(/[.,:]+$/u, ''))
    .toSorted()
    .join(' ');
  return { ...message, words, facts };
}

function isSame(a: Signature, b: Signature): boolean {
  if (a.facts !== b.facts || a.words.size === 0) return false;
  const [fewer, more] = a.words.size <= b.words.size ? [a.words, b.words] : [b.words, a.words];
  // Of c common words c / (|a| + |b| − c) is the share: most pairs are told apart by a few words.
  const leastCommon = (nearDuplicate * (fewer.size + more.size)) / (1 + nearDuplicate) - rounding;
  let common = fewer.size;
  for (const word of fewer) {
    if (common < leastCommon) return false;
    if (!more.has(word)) common -= 1;
  }
  return common >= leastCommon;
}
