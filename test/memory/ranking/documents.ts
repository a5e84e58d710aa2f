import type { SessionId } from '../../../src/shared/model/ids';
import type { DocumentTerms } from '../../../src/main/memory/ranking/document-terms';
import type { RankDocument } from '../../../src/main/memory/ranking/rank-document';
import { readQuery } from '../../../src/main/memory/ranking/rank-query';
import { rankCandidates } from '../../../src/main/memory/ranking/rank-candidates';
import type { RankingWeights } from '../../../src/main/memory/ranking/ranking-weights';
import { KEYWORD_ONLY_WEIGHTS } from '../../../src/main/memory/ranking/weights/keyword-only';

type Given = Partial<Omit<RankDocument, 'seq' | 'sessionId'>> & {
  readonly id?: string;
  readonly sessionId?: string;
};

export const SPRING_DAY = new Date(2023, 4, 19, 12).getTime();

/** A message that a test calls by a name. */
interface NamedDocument extends RankDocument {
  readonly id: string;
}

const names: string[] = [];

/** The place in the log of a message of this name: the same for the same name. */
export function seqOf(name: string): number {
  const known = names.indexOf(name);
  return known >= 0 ? known : names.push(name) - 1;
}

/** A message with ordinary values where nothing is given; its name is its position unless given. */
export function message(position: number, text: string, given: Given = {}): NamedDocument {
  const id = given.id ?? `m${position}`;
  return {
    position,
    text,
    role: position % 2 === 1 ? 'user' : 'assistant',
    author: null,
    createdAt: SPRING_DAY + position * 1000,
    cosine: null,
    sentences: null,
    ...given,
    id,
    seq: seqOf(id),
    sessionId: (given.sessionId ?? 's1') as SessionId,
  };
}

/** Ranks with no knowledge beyond the documents. */
export function rank(
  text: string,
  documents: readonly RankDocument[],
  weights: RankingWeights = KEYWORD_ONLY_WEIGHTS,
) {
  const authors = [...new Set(documents.flatMap((document) => document.author ?? []))];
  const ranked = rankCandidates({
    query: readQuery({ text, askedAt: new Date(2023, 10, 22).getTime(), authors }),
    documents,
    statistics: { documentCount: documents.length, documentFrequency: new Map() },
    weights,
  });
  return ranked.map((document) => ({ ...document, id: names[document.seq] ?? '' }));
}

/** What one part contributes to the score of one message; 0 where it is not there. */
export const partOf = (ranked: ReturnType<typeof rank>, id: string, name: string) =>
  ranked.find((each) => each.id === id)?.parts.find((part) => part.name === name)?.value ?? 0;

/** What was read of a document, wherever its words lie. */
export function wordsOf({ numbers, from, besideFrom, end, ...rest }: DocumentTerms): unknown {
  return {
    ...rest,
    terms: Array.from(numbers.slice(from, besideFrom)),
    beside: Array.from(numbers.slice(besideFrom, end)),
  };
}
