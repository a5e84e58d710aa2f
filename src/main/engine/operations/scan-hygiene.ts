import type {
  HygieneContradiction,
  HygieneFinding,
  HygieneGroup,
  HygieneKind,
  HygieneMessage,
} from '../../../shared/model/hygiene';
import { hygieneKinds } from '../../../shared/model/hygiene';
import type { MessageId, UserId } from '../../../shared/model/ids';
import { echoShare } from '../../memory/hygiene/echo-share';
import {
  createDuplicateGrouper,
  type DuplicateGroup,
  type DuplicateGrouper,
} from '../../memory/hygiene/group-duplicates';
import { contradict } from '../../memory/profile/learned-fact';
import { findDuplicates } from '../../memory/recall/find-duplicates';
import { excerptOf } from '../../memory/text/excerpt-of';
import type { HygieneRow } from '../../storage/tables/hygiene-reader';
import type { EngineParts } from '../engine-parts';
import { readFacts } from './profile-operations';

/** Messages read at a time: some hundredths of a second. */
const sliceSize = 200;
/** Messages at the end of each chat that are being talked about. */
const spared = 40;
/** A message not recalled for this long may never be. */
const unusedMs = 90 * 86_400_000;
/** From this share on an answer repeats what it was given. */
const echoFrom = 0.6;
const groupsShown = 30;
const excerptLength = 140;

/** A look under way, with what a mend of it did. */
export interface Scan {
  readonly id: string;
  readonly total: number;
  done: number;
  /** Row number of the last message read. */
  after: number;
  isEnded: boolean;
  readonly grouper: DuplicateGrouper;
  readonly echoes: DuplicateGroup[];
  replies: number;
  readonly unused: MessageId[];
  old: number;
  /** What a mend is still to keep out, and what it kept out. */
  readonly queues: Map<HygieneKind, MessageId[]>;
  readonly mended: Map<HygieneKind, MessageId[]>;
}

/** Begins a look. */
export function beginScan(parts: EngineParts, userId: UserId): Scan {
  const { reader, hygiene } = parts.tables;
  const isSame = (a: MessageId, b: MessageId): boolean => {
    const both = [a, b].flatMap((id) => reader.findInLog(userId, id) ?? []);
    return both.length === 2 && findDuplicates(both).size > 0;
  };
  return {
    id: parts.newId(),
    total: hygiene.count(userId, spared),
    done: 0,
    after: 0,
    isEnded: false,
    grouper: createDuplicateGrouper(isSame),
    echoes: [],
    replies: 0,
    unused: [],
    old: 0,
    queues: new Map(),
    mended: new Map(hygieneKinds.map((kind) => [kind, []])),
  };
}

/** Reads on. */
export function scanOn(parts: EngineParts, userId: UserId, scan: Scan): void {
  if (scan.isEnded) return;
  const rows = parts.tables.hygiene.page(userId, spared, scan.after, sliceSize);
  for (const row of rows) look(parts, userId, scan, row);
  scan.done += rows.length;
  scan.after = rows.at(-1)?.seq ?? scan.after;
  if (rows.length === sliceSize) return;
  scan.isEnded = true;
  for (const kind of hygieneKinds)
    scan.queues.set(
      kind,
      groupsOf(scan, kind).flatMap(({ others }) => others),
    );
}

function look(parts: EngineParts, userId: UserId, scan: Scan, row: HygieneRow): void {
  scan.grouper.add(row);
  if (row.createdAt < parts.clock.now() - unusedMs) {
    scan.old += 1;
    if (row.isUsed === 0) scan.unused.push(row.id);
  }
  if (row.role !== 'assistant' || row.turnId === null) return;
  scan.replies += 1;
  const source = parts.tables.hygiene
    .recalledFor(userId, row.turnId)
    .flatMap((id) => parts.tables.reader.findInLog(userId, id) ?? [])
    .find(({ content }) => echoShare(row.content, content) >= echoFrom);
  if (source !== undefined) scan.echoes.push({ keeps: source.id, others: [row.id] });
}

interface Found {
  readonly keeps: MessageId | null;
  readonly others: readonly MessageId[];
}

function groupsOf(scan: Scan, kind: HygieneKind): readonly Found[] {
  switch (kind) {
    case 'exact':
      return scan.grouper.exact();
    case 'near':
      return scan.grouper.near();
    case 'echo':
      return scan.echoes;
    case 'unused':
      return scan.unused.map((id) => ({ keeps: null, others: [id] }));
  }
}

/** What an ended look found. */
export function findingsOf(parts: EngineParts, userId: UserId, scan: Scan): readonly HygieneFinding[] | null {
  if (!scan.isEnded) return null;
  const of = { exact: scan.total, near: scan.total, echo: scan.replies, unused: scan.old };
  return hygieneKinds.map((kind) => {
    const groups = groupsOf(scan, kind);
    return {
      kind,
      count: groups.reduce((sum, { others }) => sum + others.length, 0),
      of: of[kind],
      groups: groups.slice(0, groupsShown).flatMap((group) => shown(parts, userId, group)),
      mended: scan.mended.get(kind)?.length ?? 0,
    };
  });
}

/** A group as it stands in the log now; what was deleted meanwhile is not shown. */
function shown(parts: EngineParts, userId: UserId, { keeps, others }: Found): readonly HygieneGroup[] {
  const describe = (id: MessageId): readonly HygieneMessage[] => {
    const message = parts.tables.reader.find(userId, id);
    const session = message === null ? null : parts.tables.sessions.find(userId, message.sessionId);
    if (message === null || session === null) return [];
    const { sessionId, position, role, createdAt, content } = message;
    const excerpt = excerptOf(content.replaceAll(/\s+/gu, ' '), excerptLength);
    return [{ messageId: id, sessionId, sessionTitle: session.title, position, role, createdAt, excerpt }];
  };
  const rest = others.slice(0, groupsShown).flatMap(describe);
  if (rest.length === 0) return [];
  return [{ keeps: keeps === null ? null : (describe(keeps)[0] ?? null), others: rest }];
}

/** Facts that hold beside one they contradict, each with the newest that does. */
export function contradictionsOf(parts: EngineParts, userId: UserId): readonly HygieneContradiction[] {
  const disputed = readFacts(parts, userId).filter(({ state }) => state === 'disputed');
  const since = ({ validFrom, createdAt }: (typeof disputed)[number]): number => validFrom ?? createdAt;
  return disputed.flatMap((older) => {
    const newer = disputed
      .filter((other) => other.id !== older.id && contradict(other, older) && since(other) >= since(older))
      .toSorted((a, b) => since(b) - since(a) || (a.id < b.id ? 1 : -1))
      .find((other) => since(other) > since(older) || other.id > older.id);
    return newer === undefined
      ? []
      : [{ newer: { id: newer.id, text: newer.text }, older: { id: older.id, text: older.text } }];
  });
}
