import { splitSentences } from '../text/split-sentences';
import { contentTerms } from '../text/content-terms';
import { detailTerms, keyDetails } from './key-details';

/** What a summary keeps of some messages. */
export interface Cover {
  /** 0–1. */
  readonly score: number;
  /** Statements that hold a name, date or number which the summary lacks; where none does, those it says nothing of. */
  readonly missing: readonly string[];
  readonly details: { readonly kept: number; readonly all: number };
  readonly sentences: { readonly kept: number; readonly all: number };
}

/** Share of the score that names, dates and numbers have; the sentences have the rest. */
const detailWeight = 0.75;
/** Share of a sentence's words that must stand in the summary. */
const wordShare = 0.5;
/** Fewer words say nothing worth keeping. */
const leastWords = 3;
const mostMissing = 8;
/** Characters of each message that are looked at: judging must not take longer than writing. */
const longest = 12_000;

/**
 * The deterministic judge: which of the names, dates and numbers of the messages stand in the summary, and how many
 * of their statements share half of their words with it. Questions state nothing and are left out.
 */
export function coverSummary(summary: string, messages: readonly { readonly content: string }[]): Cover {
  const words = new Set(contentTerms(summary));
  const terms = new Set(detailTerms(summary));
  const seen = new Set<string>();
  const details = { kept: 0, all: 0 };
  const sentences = { kept: 0, all: 0 };
  const missing: string[] = [];
  const unsaid: string[] = [];
  for (const sentence of messages.flatMap(({ content }) => statements(content))) {
    const said = contentTerms(sentence);
    if (said.length >= leastWords) {
      sentences.all += 1;
      const isKept = said.filter((term) => words.has(term)).length >= wordShare * said.length;
      if (isKept) sentences.kept += 1;
      else unsaid.push(sentence);
    }
    let lacks = false;
    for (const detail of keyDetails(sentence)) {
      const isKept = detail.terms.every((term) => terms.has(term));
      lacks ||= !isKept;
      const key = detail.terms.join(' ');
      if (seen.has(key)) continue;
      seen.add(key);
      details.all += 1;
      if (isKept) details.kept += 1;
    }
    if (lacks) missing.push(sentence);
  }
  return {
    score: scoreOf(details, sentences),
    missing: (missing.length > 0 ? missing : unsaid).slice(0, mostMissing),
    details,
    sentences,
  };
}

function statements(content: string): readonly string[] {
  return splitSentences(content.slice(0, longest)).filter((sentence) => !/[?？]["'”’)]*$/u.test(sentence));
}

function scoreOf(details: Cover['details'], sentences: Cover['sentences']): number {
  if (details.all === 0 && sentences.all === 0) return 1;
  if (details.all === 0) return sentences.kept / sentences.all;
  if (sentences.all === 0) return details.kept / details.all;
  const share = detailWeight * (details.kept / details.all);
  return share + (1 - detailWeight) * (sentences.kept / sentences.all);
}
