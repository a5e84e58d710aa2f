import type { MessageId } from '../../../shared/model/ids';
import type { BlockKind } from '../../../shared/model/snapshot';
import { buildContext as build } from '../../memory/context/build-context';
import { hasSubstance } from '../../memory/path/tool-groups';
import type { MemoryReader } from '../../memory/ports/recall';
import type { EngineParts } from '../engine-parts';
import { contextParts } from './context-operations';
import { findSession } from './find-session';
import { readPath } from './read-path';

/** What the next context would hold before its question, for the gauge. */
export async function previewContext(
  parts: EngineParts,
  input: Parameters<MemoryReader['previewContext']>[0],
): Promise<Awaited<ReturnType<MemoryReader['previewContext']>>> {
  const { userId, sessionId, settings } = input;
  const session = findSession(parts.tables, userId, sessionId);
  // Whoever looks at a chat is about to ask something.
  parts.warmer.begin(session, settings);
  const path = await readPath(parts, session, settings, Number.MAX_SAFE_INTEGER - 1);
  const counter = await parts.counters.forModel(settings.model);
  const buffer = path.tail.buffer.filter(hasSubstance);
  // A question of no words stands for the one being written.
  const draft = { id: sessionId as string as MessageId, position: 0, role: 'user', author: null } as const;
  const withDraft = [...buffer, { ...draft, content: ' ', tokens: 0, createdAt: 0 }];
  const { offers = [] } = input;
  const drafted = { ...contextParts(parts, { path, settings }, [], null), offers, buffer: withDraft };
  const context = build(drafted, settings.budgets, counter);
  const totals = new Map<BlockKind, number>();
  for (const block of context.blocks) totals.set(block.kind, (totals.get(block.kind) ?? 0) + block.tokens);
  const beyond = path.tail.beyond.length + Math.max(0, path.unread.last - path.unread.first + 1);
  // What is recalled depends on the question: only its limits are known before.
  const { retrievalTopK: quotes, recalledTokens: tokens } = settings.budgets;
  const [first, last] = [path.tail.buffer[0], path.tail.buffer.at(-1)];
  return {
    parts: [...totals].map(([kind, tokens]) => ({ kind, tokens })),
    buffer: first === undefined || last === undefined ? null : [first.position, last.position],
    summarisedTo:
      path.summary === null ? 0 : parts.tables.reader.positionOf(userId, sessionId, path.summary.lastDepth),
    waitingMessages: path.limits.summarises ? beyond : 0,
    leftOutMessages: path.limits.summarises ? 0 : beyond,
    recall: path.limits.recalls && quotes > 0 && tokens > 0 ? { quotes, tokens } : null,
  };
}
