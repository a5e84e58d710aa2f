import type { MessageId } from '../../../shared/model/ids';
import type { ContextBlock, TurnSnapshot } from '../../../shared/model/snapshot';

/**
 * The record of a turn without what is forgotten: of a block it keeps its kind and its tokens, of a candidate nothing,
 * and of a forgotten question not the words recall was asked with.
 */
export function redactSnapshot(snapshot: TurnSnapshot, forgotten: ReadonlySet<MessageId>): TurnSnapshot {
  const { recall } = snapshot;
  const isAsked = forgotten.has(snapshot.userMessageId);
  const candidates = recall?.candidates.filter(({ messageId }) => !forgotten.has(messageId)) ?? [];
  const redacted = recall === null ? null : { ...recall, query: isAsked ? '' : recall.query, candidates };
  return {
    ...snapshot,
    blocks: snapshot.blocks.map((block) => redactBlock(block, forgotten)),
    recall: redacted,
  };
}

function redactBlock(block: ContextBlock, forgotten: ReadonlySet<MessageId>): ContextBlock {
  if (!block.sources.some((id) => forgotten.has(id))) return block;
  const sources = block.sources.map((id, index) => [id, block.windows[index] ?? null] as const);
  const left = sources.filter(([id]) => !forgotten.has(id));
  return {
    ...block,
    sources: left.map(([id]) => id),
    windows: left.map(([, window]) => window),
    cutAt: null,
    hash: '',
    text: null,
  };
}

/** The record without the words of the profile it was sent with: a fact of it is forgotten. */
export function withoutProfile(snapshot: TurnSnapshot): TurnSnapshot {
  const blocks = snapshot.blocks.map((block) =>
    block.kind === 'profile' ? { ...block, hash: '', text: null } : block,
  );
  return { ...snapshot, blocks };
}

/** Any record with the strings that hold forgotten words emptied. */
export function emptyStrings(value: unknown, isHeld: (text: string) => boolean): unknown {
  if (typeof value === 'string') return isHeld(value) ? '' : value;
  if (Array.isArray(value)) return value.map((each) => emptyStrings(each, isHeld));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, emptyStrings(each, isHeld)]));
}
