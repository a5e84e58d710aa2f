import type { MessageId, SessionId, UserId } from '../../../shared/model/ids';
import { redactSnapshot, withoutProfile } from '../../memory/forget/redact-snapshot';
import type { Traces } from '../../memory/forget/traces';
import type { EngineParts } from '../engine-parts';
import { settlePath } from '../operations/settle-path';

/** Reads what messages leave to be searched for, before they are erased. */
export function readTraces(parts: EngineParts, userId: UserId, ids: readonly MessageId[]): Traces {
  const { eraser } = parts.tables;
  const chunks = eraser.chunksOf(userId, ids);
  return {
    texts: eraser.contentsOf(userId, ids).map(({ content }) => content),
    vectors: chunks.flatMap(({ vector, sentences }) =>
      [vector, sentences].flatMap((bytes) => (bytes === null || bytes.length === 0 ? [] : [bytes])),
    ),
    hashes: [...new Set(chunks.map(({ hash }) => hash))],
  };
}

/**
 * Erases messages, inside the caller's transaction, from the log, the indexes and the records: summaries that stood for
 * them go and are made anew, facts without evidence go, records of turns keep a count.
 */
export function eraseMessages(
  parts: EngineParts,
  userId: UserId,
  sessionId: SessionId,
  ids: readonly MessageId[],
): void {
  const { eraser, sessions } = parts.tables;
  const forgotten = new Set(ids);
  for (const turnId of eraser.turnsNaming(userId, sessionId, ids)) {
    rewriteSnapshot(parts, userId, turnId, (snapshot) => redactSnapshot(snapshot, forgotten));
  }
  const facts = eraser.factsFrom(userId, ids);
  eraser.dropSummaries(userId, sessionId, ids);
  eraser.dropMessages(userId, sessionId, ids);
  if (eraser.dropFacts(userId, facts) > 0) {
    for (const turnId of eraser.turnsWithProfile(userId)) {
      rewriteSnapshot(parts, userId, turnId, withoutProfile);
    }
  }
  const session = sessions.find(userId, sessionId);
  if (session !== null) settlePath(parts, session);
}

type Snapshot = NonNullable<ReturnType<EngineParts['tables']['snapshots']['findByTurn']>>;

/** Replaces the record of a turn. */
export function rewriteSnapshot(
  { tables }: EngineParts,
  userId: UserId,
  turnId: Snapshot['turnId'],
  change: (snapshot: Snapshot) => Snapshot,
): void {
  const snapshot = tables.snapshots.findByTurn(userId, turnId);
  if (snapshot !== null) tables.snapshots.update(userId, change(snapshot));
}
