import { setImmediate } from 'node:timers/promises';
import { joinTraces, noTraces, type Traces } from '../../memory/forget/traces';
import { checkpointTruncate } from '../../storage/checkpoint-truncate';
import type { StoredForget } from '../../storage/tables/forget-table';
import type { EngineParts } from '../engine-parts';
import { eraseMessages, readTraces } from './erase-messages';

/** Messages erased in one transaction: other work goes on in between. */
const batchSize = 200;
/** When the write-ahead log is tried again that somebody is still reading, in milliseconds. */
const retryMs = 1_000;

/** What was erased, with what is to be searched for; without traces where a process before this one erased it. */
export interface Erased {
  readonly forget: StoredForget;
  readonly messageCount: number;
  readonly traces: Traces;
}

/**
 * Erases whatever is due, one after the other: rows, then cache files, then the write-ahead log; only then is the note
 * of it taken away. A crash at any point leaves a note that says what is still to be done.
 */
export async function eraseForgotten(
  parts: EngineParts,
  before: number | null,
): Promise<{ readonly erased: readonly Erased[]; readonly nextAt: number | null }> {
  const { forgets } = parts.tables;
  const isDue = ({ step, dueAt }: StoredForget): boolean =>
    step === 'erased' || before === null || dueAt <= before;
  const erased: Erased[] = [];
  for (const forget of forgets.all().filter(isDue)) {
    const gone = forget.kind === 'messages' ? eraseListed(parts, forget) : await eraseSession(parts, forget);
    if (gone !== null) erased.push(gone);
    await parts.memories.vectors.forgetSession(forget);
    parts.memories.words.forgetSession(forget);
  }
  return { erased, nextAt: settleNotes(parts) };
}

/** Empties the write-ahead log and takes the notes of what is gone away; when to look again. */
function settleNotes(parts: EngineParts): number | null {
  const { database, tables, clock } = parts;
  const cleaned = tables.forgets.all().filter(({ step }) => step === 'erased');
  if (cleaned.length > 0 && !checkpointTruncate(database)) return clock.now() + retryMs;
  for (const { id } of cleaned) tables.forgets.remove(id);
  const waiting = tables.forgets.all().map(({ dueAt }) => dueAt);
  return waiting.length === 0 ? null : Math.min(...waiting);
}

/** Null where it was brought back meanwhile. */
function eraseListed(parts: EngineParts, forget: StoredForget): Erased | null {
  const { userId, sessionId, messageIds, id } = forget;
  return parts.database
    .transaction((): Erased | null => {
      if (parts.tables.forgets.find(userId, id)?.step !== 'hidden') return null;
      const traces = readTraces(parts, userId, messageIds);
      eraseMessages(parts, userId, sessionId, messageIds);
      parts.tables.forgets.setErased(id);
      return { forget, messageCount: messageIds.length, traces };
    })
    .immediate();
}

/** A session goes in batches; from the first on it cannot be brought back. Null where it was before. */
async function eraseSession(parts: EngineParts, forget: StoredForget): Promise<Erased | null> {
  const { userId, sessionId, id } = forget;
  const { eraser, forgets } = parts.tables;
  if (forgets.find(userId, id) === null) return null;
  // Nobody may bring back a half of it; after a crash in between, the next to come here erases the rest.
  forgets.setErased(id);
  let traces: Traces = { ...noTraces, texts: [...eraser.textsOf(userId, sessionId)] };
  let messageCount = 0;
  const eraseBatch = parts.database.transaction((): number => {
    const ids = eraser.messagesOf(userId, sessionId, batchSize);
    traces = joinTraces(traces, readTraces(parts, userId, ids));
    if (ids.length > 0) eraseMessages(parts, userId, sessionId, ids);
    else eraser.dropSession(userId, sessionId);
    return ids.length;
  });
  for (;;) {
    const count = eraseBatch.immediate();
    if (count === 0) return forget.step === 'hidden' ? { forget, messageCount, traces } : null;
    messageCount += count;
    await setImmediate();
  }
}
