import { createHash } from 'node:crypto';
import type { UserId } from '../../../shared/model/ids';
import type { SecondLook } from '../../../shared/model/second-look';
import type { ContextBlock, TurnSnapshot } from '../../../shared/model/snapshot';
import { pinnedHeading, recalledHeading, summaryTemplate } from '../../memory/context/templates';
import type { MemoryReader } from '../../memory/ports/recall';
import { sentText } from '../../memory/path/tool-groups';
import { renderQuote } from '../../memory/recall/quote-message';
import type { EngineParts } from '../engine-parts';
import { findSession } from './find-session';
import { learnTokenFactor } from './learn-token-factor';
import { liesElsewhere } from './lies-elsewhere';
import { noteTurn } from './note-turn';

/** Reads snapshots with the text of every block as it was sent; null where a source was forgotten. */
export function readSnapshots(
  parts: EngineParts,
  input: Parameters<MemoryReader['readSnapshots']>[0],
): readonly TurnSnapshot[] {
  const { userId, sessionId, turnIds } = input;
  const { snapshots } = parts.tables;
  findSession(parts.tables, userId, sessionId);
  const found =
    turnIds === null
      ? [snapshots.last(userId, sessionId)]
      : turnIds.map((turnId) => snapshots.find(userId, sessionId, turnId));
  return found.filter((snapshot) => snapshot !== null).map((snapshot) => withTexts(parts, userId, snapshot));
}

function withTexts(parts: EngineParts, userId: UserId, snapshot: TurnSnapshot): TurnSnapshot {
  const blocks = snapshot.blocks.map((block) => ({ ...block, text: blockText(parts, userId, block) }));
  return { ...snapshot, blocks };
}

/** The text of a block as it was sent: stored, or rendered again from its sources and checked by its hash. */
function blockText(parts: EngineParts, userId: UserId, block: ContextBlock): string | null {
  const rendered = block.text ?? render(parts, userId, block);
  if (rendered === null) return null;
  const text = block.cutAt === null ? rendered : rendered.slice(0, block.cutAt);
  return createHash('sha256').update(text).digest('hex') === block.hash ? text : null;
}

function render(parts: EngineParts, userId: UserId, block: ContextBlock): string | null {
  if (block.summaryId !== null) {
    const summary = parts.tables.summaries.find(userId, block.summaryId);
    return summary === null ? null : summaryTemplate(summary.text, block.template);
  }
  const sources = block.sources.map((id) => parts.tables.reader.findInLog(userId, id));
  if (block.kind !== 'recalled' && block.kind !== 'pinned') {
    const source = sources[0] ?? null;
    const content = source === null ? null : sentText(source);
    const window = block.windows[0] ?? null;
    return content === null || window === null ? content : content.slice(...window);
  }
  const quotes = sources.map((source, index) =>
    source === null ? null : renderQuote(source, block.windows[index] ?? null, block.template),
  );
  return quotes.includes(null)
    ? null
    : [block.kind === 'pinned' ? pinnedHeading : recalledHeading, ...quotes].join('\n\n');
}

/** Adds what is known only when the reply has ended. */
export function completeSnapshot(
  parts: EngineParts,
  input: Parameters<MemoryReader['completeSnapshot']>[0],
): TurnSnapshot | null {
  const { snapshots } = parts.tables;
  const { restored = null } = input;
  if (restored !== null) restoreSnapshot(parts, input.userId, restored);
  const snapshot = snapshots.findByTurn(input.userId, input.turnId);
  if (snapshot === null) return null;
  const completed: TurnSnapshot = {
    ...snapshot,
    latencies: input.latencies,
    tokensReported: input.tokensReported,
    recall: withNote(snapshot.recall, input.secondLook ?? null),
  };
  snapshots.update(input.userId, completed);
  learnTokenFactor(parts, completed);
  noteTurn(parts, input.userId, completed);
  return withTexts(parts, input.userId, completed);
}

/** Stores a snapshot anew that was read with its texts, where its reply is the user's still. */
function restoreSnapshot(parts: EngineParts, userId: UserId, snapshot: TurnSnapshot): void {
  const { reader, snapshots } = parts.tables;
  const reply = reader.find(userId, snapshot.replyId);
  if (reply?.sessionId !== snapshot.sessionId || reply.turnId !== snapshot.turnId) return;
  const blocks = snapshot.blocks.map((block) => (liesElsewhere(block) ? { ...block, text: null } : block));
  parts.database.transaction(() => {
    snapshots.replace(userId, { ...snapshot, blocks });
  })();
}

/** A second look that brought no second answer is noted too: the user sees that it was tried. */
function withNote(recall: TurnSnapshot['recall'], secondLook: SecondLook | null): TurnSnapshot['recall'] {
  return recall === null || secondLook === null ? recall : { ...recall, secondLook };
}
