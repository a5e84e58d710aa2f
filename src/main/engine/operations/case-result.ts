import type { MessageId } from '../../../shared/model/ids';
import type { CaseResult } from '../../../shared/model/replay';
import { sendsWords, type BuiltBlock } from '../../memory/context/built-context';
import { foldText } from '../../memory/text/fold';
import type { StoredCase } from '../../storage/tables/recall-case-table';
import type { Replay } from './replay-question';

/** Words as they are compared: without line breaks, quote marks, case and accents. */
function comparable(text: string): string {
  return foldText(text.replaceAll(/^> ?/gmu, '').replaceAll(/\s+/gu, ' ')).trim();
}

/** What a block tells of what was said: instructions, lists of tools and the first line of a block of quotes tell nothing. */
function toldBy({ kind, message, sources }: BuiltBlock): string {
  if (kind === 'system' || kind === 'summary' || (kind === 'tools' && sources.length === 0)) return '';
  if (kind === 'recalled' || kind === 'pinned') return message.content.split('\n\n').slice(1).join('\n\n');
  return message.content;
}

/** How a case stands, by what its question would be sent with. `depthOf` gives a message's place on the shown path, null for none. */
export function caseResult(
  { id, expectedId, words: expected }: StoredCase,
  { context, recall, summary }: Replay,
  depthOf: (id: MessageId) => number | null,
): CaseResult {
  const words = expected === null ? null : comparable(expected);
  const holds = (text: string): boolean => words !== null && comparable(text).includes(words);
  // The question itself, which comes last, tells nothing.
  const block = context.blocks
    .slice(0, -1)
    .find((each) =>
      expectedId === null ? holds(toldBy(each)) : sendsWords(each.kind) && each.sources.includes(expectedId),
    );
  const candidate = recall.candidates.find(({ messageId, excerpt }) =>
    expectedId === null ? holds(excerpt) : messageId === expectedId,
  );
  const about = { id, rank: candidate?.rank ?? null, verdict: candidate?.verdict ?? null };
  if (block !== undefined) return { ...about, outcome: 'sent', place: block.kind };
  if (summary !== null && holds(summary.summary.text))
    return { ...about, outcome: 'summary', place: 'summary' };
  if (candidate !== undefined) return { ...about, outcome: 'found', place: null };
  const depth = expectedId === null ? null : depthOf(expectedId);
  const isCovered = summary !== null && depth !== null && depth <= summary.lastDepth;
  return { ...about, outcome: isCovered ? 'covered' : 'missing', place: null };
}
