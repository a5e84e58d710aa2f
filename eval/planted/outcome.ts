import type { MessageId } from '../../src/shared/model/ids';
import type { TurnSnapshot } from '../../src/shared/model/snapshot';

/** Where the answer to a question was. */
export type Outcome = 'inContext' | 'inSummary' | 'lost';

/** Where a fact was told: the messages of its values, oldest first. */
export interface FactSources {
  readonly value: string;
  readonly newest: MessageId;
  readonly older: readonly MessageId[];
}

/** The words of a text with runs of spaces as one, so that line breaks of a quote do not hide a value. */
function plain(text: string): string {
  return text.replaceAll(/\n> ?/gu, ' ').replaceAll(/\s+/gu, ' ');
}

/**
 * Where a context holds a fact's value in force: in a source message that is sent verbatim, in the summary, or nowhere.
 *
 * A quote counts where the value lies in the part that is quoted and no older value is quoted above it: the newest must
 * outrank the old. The buffer speaks in order, so the newest there comes last by itself.
 */
export function outcomeOf(snapshot: TurnSnapshot, fact: FactSources): Outcome {
  for (const { kind, sources, text } of snapshot.blocks) {
    const place = sources.indexOf(fact.newest);
    if (place < 0 || !plain(text ?? '').includes(fact.value)) continue;
    const isOutranked = sources.slice(0, place).some((id) => fact.older.includes(id));
    if (kind !== 'recalled' || !isOutranked) return 'inContext';
  }
  const summary = snapshot.blocks.find(({ kind }) => kind === 'summary');
  return plain(summary?.text ?? '').includes(fact.value) ? 'inSummary' : 'lost';
}

/**
 * Whether the newest value stands above older ones in the recalled block; false where only an older one is sent at all.
 * Null where none is quoted, or the newest is sent elsewhere, after the block.
 */
export function isNewestFirst(snapshot: TurnSnapshot, fact: FactSources): boolean | null {
  const recalled = snapshot.blocks.find(({ kind }) => kind === 'recalled')?.sources ?? [];
  const older = recalled.findIndex((id) => fact.older.includes(id));
  const newest = recalled.indexOf(fact.newest);
  if (older < 0 && newest < 0) return null;
  const isSentElsewhere = snapshot.blocks.some(
    ({ kind, sources }) => kind !== 'recalled' && sources.includes(fact.newest),
  );
  if (newest < 0 && isSentElsewhere) return null;
  return newest >= 0 && (older < 0 || newest < older);
}
