import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { HygieneKind, HygieneMend } from '../../../shared/model/hygiene';
import { type FactId, type MessageId, type SessionId, type UserId } from '../../../shared/model/ids';
import type { HygieneStore } from '../../memory/ports/hygiene-store';
import type { StoredMessage } from '../../storage/tables/message-reader';
import type { EngineParts } from '../engine-parts';
import { beginScan, contradictionsOf, findingsOf, scanOn, type Scan } from './scan-hygiene';
import { settlePath } from './settle-path';

/** Messages mended at a time; each chat among them settles its path once. */
const mendSize = 40;

/** Errors: `not-found`. */
function requireScan(scans: ReadonlyMap<UserId, Scan>, userId: UserId, scanId: string): Scan {
  const scan = scans.get(userId);
  if (scan?.id !== scanId) throw new AppError('not-found', catalogue.hygiene.gone);
  return scan;
}

/** Keeps messages out of memory, or lets them in again; those it did. A chat that is answering is left alone. */
function setExcluded(
  parts: EngineParts,
  userId: UserId,
  ids: readonly MessageId[],
  isExcluded: boolean,
): readonly MessageId[] {
  const { reader, writer, sessions } = parts.tables;
  const messages = ids.flatMap((id) => reader.find(userId, id) ?? []);
  const bySession = new Map<SessionId, StoredMessage[]>();
  for (const message of messages) {
    bySession.set(message.sessionId, [...(bySession.get(message.sessionId) ?? []), message]);
  }
  return [...bySession].flatMap(([sessionId, members]) => {
    const session = sessions.find(userId, sessionId);
    if (session === null || reader.findStreaming(userId, sessionId) !== null) return [];
    for (const { id } of members) {
      writer.setExcluded(userId, id, isExcluded ? parts.clock.now() : null);
      if (isExcluded) writer.setPinned(userId, id, null);
    }
    settlePath(parts, session);
    return members.map(({ id }) => id);
  });
}

function moveSome(
  parts: EngineParts,
  userId: UserId,
  { from, to, isExcluded }: { from: MessageId[]; to: MessageId[]; isExcluded: boolean },
): HygieneMend {
  const some = from.slice(0, mendSize);
  const changed = parts.database.transaction(() => setExcluded(parts, userId, some, isExcluded)).immediate();
  from.splice(0, some.length);
  to.push(...changed);
  return { changed: changed.length, left: from.length, skipped: some.length - changed.length };
}

function mendFacts(parts: EngineParts, userId: UserId): readonly FactId[] {
  const { facts } = parts.tables;
  return parts.database
    .transaction(() =>
      contradictionsOf(parts, userId).map(({ newer, older }) => {
        facts.end(userId, older.id, parts.clock.now(), newer.id);
        return older.id;
      }),
    )
    .immediate();
}

/** Looks through memory for what does it no good. */
export function createHygieneOperations(parts: EngineParts): HygieneStore {
  const scans = new Map<UserId, Scan>();
  const listOf = (lists: Map<HygieneKind, MessageId[]>, kind: HygieneKind): MessageId[] => {
    const list = lists.get(kind) ?? [];
    lists.set(kind, list);
    return list;
  };
  return {
    scanHygiene: ({ userId, scanId }) => {
      const scan = scanId === null ? beginScan(parts, userId) : requireScan(scans, userId, scanId);
      scans.set(userId, scan);
      if (scanId !== null) scanOn(parts, userId, scan);
      const { id, done, total } = scan;
      const findings = findingsOf(parts, userId, scan);
      const contradictions = findings === null ? [] : contradictionsOf(parts, userId);
      return Promise.resolve({ scanId: id, done, total, findings, contradictions });
    },
    mendHygiene: ({ userId, scanId, kind }) => {
      const { queues, mended } = requireScan(scans, userId, scanId);
      const lists = { from: listOf(queues, kind), to: listOf(mended, kind), isExcluded: true };
      return Promise.resolve(moveSome(parts, userId, lists));
    },
    undoHygiene: ({ userId, scanId, kind }) => {
      const { queues, mended } = requireScan(scans, userId, scanId);
      const lists = { from: listOf(mended, kind), to: listOf(queues, kind), isExcluded: false };
      return Promise.resolve(moveSome(parts, userId, lists));
    },
    mendFacts: ({ userId }) => Promise.resolve(mendFacts(parts, userId)),
    undoMendFacts: ({ userId, factIds }) => {
      parts.database
        .transaction(() => {
          for (const id of factIds) parts.tables.facts.reopen(userId, id);
        })
        .immediate();
      return Promise.resolve(null);
    },
  };
}
