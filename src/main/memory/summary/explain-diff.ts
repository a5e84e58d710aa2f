import type { MessageId } from '../../../shared/model/ids';
import type { DiffLine } from '../../../shared/model/summary';
import { keyDetails, type KeyDetail } from '../quality/key-details';
import { contentTerms } from '../text/content-terms';
import { bareSentence, sharedTerms, type ComparedSentence } from './diff-sentences';
import { splitSentences } from '../text/split-sentences';

/** A message that may be where a sentence comes from. */
export interface SourceMessage {
  readonly id: MessageId;
  readonly position: number;
  readonly content: string;
}

/** Share of a sentence's words that its source must have. */
const sourceShare = 0.6;
/** Share of a lost sentence's other words that the one with the newer value must have. */
const topicShare = 0.5;
/** Characters of a message in which a newer value is looked for. */
const longest = 4_000;

/** Adds to each sentence the message it comes from, and to each lost one what became of it. */
export function explainDiff(
  lines: readonly ComparedSentence[],
  sourcesOf: (text: string) => readonly SourceMessage[],
): readonly DiffLine[] {
  const sourced = lines.map((line) => ({ ...line, source: findSource(line.text, sourcesOf(line.text)) }));
  const standing = sourced.filter(({ kind }) => kind !== 'lost');
  return sourced.map(({ kind, text, source }) => {
    const place = source === null ? null : { messageId: source.id, position: source.position };
    if (kind !== 'lost') return { kind, text, source: place, fate: null };
    const newer = sourcesOf(text)
      .filter(({ position }) => position > (source?.position ?? Infinity))
      .toSorted((a, b) => b.position - a.position);
    return { kind, text, source: place, fate: fateOf(text, standing, newer) };
  });
}

function findSource(text: string, messages: readonly SourceMessage[]): SourceMessage | null {
  const bare = bareSentence(text);
  let best: SourceMessage | null = null;
  let bestShare = sourceShare;
  for (const message of messages.toSorted((a, b) => a.position - b.position)) {
    const share = sharedTerms(bare, message.content);
    if (share > bestShare || (best === null && share === bestShare)) [best, bestShare] = [message, share];
  }
  return best;
}

type Standing = ComparedSentence & { readonly source: SourceMessage | null };

/** A newer value is looked for in the new summary first, then in the messages that came after the source. */
function fateOf(
  lost: string,
  standing: readonly Standing[],
  newer: readonly SourceMessage[],
): NonNullable<DiffLine['fate']> {
  for (const { text, source } of standing) {
    const by = newerValue(lost, text);
    if (by !== null) return { kind: 'replaced', by, position: source?.position ?? null };
  }
  for (const { content, position } of newer) {
    for (const sentence of splitSentences(content.slice(0, longest))) {
      const by = newerValue(lost, sentence);
      if (by !== null) return { kind: 'replaced', by, position };
    }
  }
  return { kind: 'missing' };
}

/** The value that a sentence has in the place of a lost one's: same topic, another date, number or name. */
function newerValue(lost: string, sentence: string): string | null {
  const [old, now] = [bareSentence(lost), bareSentence(sentence)];
  const [oldDetails, nowDetails] = [keyDetails(old), keyDetails(now)];
  const topic = topicTerms(old, oldDetails);
  const said = new Set(topicTerms(now, nowDetails));
  const shared = topic.filter((term) => said.has(term)).length;
  if (topic.length === 0 || shared < topicShare * topic.length) return null;
  const isIn = (detail: KeyDetail, others: readonly KeyDetail[]): boolean =>
    others.some((other) => other.terms.join(' ') === detail.terms.join(' '));
  for (const { kind, ...gone } of oldDetails) {
    if (isIn({ kind, ...gone }, nowDetails)) continue;
    const value = nowDetails.find((detail) => detail.kind === kind && !isIn(detail, oldDetails));
    if (value !== undefined) return value.text;
  }
  return null;
}

/** The words of a sentence that are none of its values. */
function topicTerms(text: string, details: readonly KeyDetail[]): readonly string[] {
  const values = new Set(details.flatMap((detail) => contentTerms(detail.text)));
  return [...new Set(contentTerms(text))].filter((term) => !values.has(term));
}
