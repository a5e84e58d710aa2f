import { basename, join } from 'node:path';
import type { ForgetPlace, PlaceKind } from '../../../shared/model/forget';
import {
  messageIdSchema,
  sessionIdSchema,
  type MessageId,
  type SessionId,
  type UserId,
} from '../../../shared/model/ids';
import { createTraceFinder, type Traces } from '../../memory/forget/traces';
import { checkpointTruncate } from '../../storage/checkpoint-truncate';
import { vectorCacheEnding } from '../../storage/data-folder';
import { scanFiles, type FileScan } from '../../storage/scan-files';
import { searchRows, type FoundRow } from '../../storage/search-rows';
import type { EngineParts } from '../engine-parts';

/** What still holds something of what was forgotten, as far as it is this user's or nobody's. */
export interface TraceSearch {
  readonly places: readonly ForgetPlace[];
  readonly filesSearched: number;
}

const excerptCharacters = 160;

/** Searches every row and every file of the data folder for traces. */
export async function searchTraces(parts: EngineParts, userId: UserId, traces: Traces): Promise<TraceSearch> {
  const finder = createTraceFinder(traces);
  const isIn = (text: string): boolean => finder.isIn(Buffer.from(text, 'utf8'));
  const rows = await searchRows(parts.database, isIn);
  const twins = parts.tables.eraser.twinsOf(traces.hashes);
  const own = [
    ...rows.filter((row) => isOf(row, userId)).map((row) => placeOfRow(parts, userId, row)),
    ...twins.filter((twin) => twin.userId === userId).map(({ id }) => placeOfMessage(parts, userId, id)),
  ];
  const isExplained = rows.length + twins.length > 0;
  const { holding, searched } = await searchFiles(parts, (bytes) => finder.isIn(bytes), isExplained);
  const sessions = new Set(twins.map((twin) => twin.sessionId as string));
  const files = holding.flatMap((path) => placeOfFile(parts, path, { isExplained, sessions }));
  const places = new Map([...own, ...files].map((place) => [place.id, place]));
  return { places: [...places.values()], filesSearched: searched };
}

/**
 * The files that hold something. Should the database be among them though no row of it does, a page was left behind:
 * then it is written anew and searched again.
 */
async function searchFiles(
  { database, dataFolder }: EngineParts,
  isIn: (bytes: Uint8Array) => boolean,
  isExplained: boolean,
): Promise<FileScan> {
  if (dataFolder === null) return { holding: [], searched: 0 };
  const scan = await scanFiles(dataFolder, isIn);
  const isLeftBehind = !isExplained && scan.holding.some((path) => join(dataFolder, path) === database.name);
  if (!isLeftBehind) return scan;
  database.exec('VACUUM');
  checkpointTruncate(database);
  return scanFiles(dataFolder, isIn);
}

function isOf({ table, row }: FoundRow, userId: UserId): boolean {
  if (table === 'settings') return row['scope'] === userId || row['scope'] === 'app';
  if (table === 'users') return row['id'] === userId;
  return row['user_id'] === userId;
}

const kindOfTable: Readonly<Partial<Record<string, PlaceKind>>> = {
  messages: 'message',
  summaries: 'summary',
  facts: 'fact',
  drafts: 'draft',
  draft_files: 'draft',
  prompts: 'prompt',
  presets: 'prompt',
  sessions: 'title',
  snapshots: 'snapshot',
  recall_cases: 'case',
  jobs: 'job',
};

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function placeOfRow(parts: EngineParts, userId: UserId, { table, row }: FoundRow): ForgetPlace {
  const kind = kindOfTable[table] ?? 'record';
  if (kind === 'message') return placeOfMessage(parts, userId, messageIdSchema.parse(row['id']));
  const sessionId = sessionIdSchema.safeParse(row[kind === 'title' ? 'id' : 'session_id']).data ?? null;
  // A record of a turn is named by what it is, not by a text that is all of it.
  const words =
    kind === 'snapshot' || kind === 'job'
      ? ''
      : text(row['text'] ?? row['words'] ?? row['title'] ?? row['content'] ?? row['value']);
  const key = text(row['turn_id'] ?? row['id'] ?? row['session_id'] ?? row['key']);
  return {
    id: `${kind}:${table}:${key}`,
    kind,
    ...ofSession(parts, userId, sessionId),
    messageId: null,
    excerpt: shorten(words),
    canForget: kind !== 'record',
  };
}

function placeOfMessage(parts: EngineParts, userId: UserId, id: MessageId): ForgetPlace {
  const message = parts.tables.reader.findInLog(userId, id);
  return {
    id: `message:messages:${id}`,
    kind: 'message',
    ...ofSession(parts, userId, message?.sessionId ?? null),
    messageId: id,
    excerpt: shorten(message?.content ?? ''),
    canForget: true,
  };
}

function ofSession(parts: EngineParts, userId: UserId, sessionId: SessionId | null) {
  const session = sessionId === null ? null : parts.tables.sessions.find(userId, sessionId);
  return { sessionId, sessionTitle: session?.title ?? null };
}

function shorten(words: string): string {
  return Array.from(words.slice(0, excerptCharacters * 2).replaceAll(/\s+/gu, ' '))
    .slice(0, excerptCharacters)
    .join('');
}

/** Nothing where rows that are named already are what the file holds. */
function placeOfFile(
  { database }: EngineParts,
  path: string,
  known: { readonly isExplained: boolean; readonly sessions: ReadonlySet<string> },
): readonly ForgetPlace[] {
  const name = basename(path);
  const isLive = name.startsWith(basename(database.name));
  if (isLive && known.isExplained) return [];
  if (name.endsWith(vectorCacheEnding) && known.sessions.has(name.split('.')[0] ?? '')) return [];
  const isCopy = !isLive && name.includes('.db');
  const kind = isCopy ? 'backup' : 'file';
  const none = { sessionTitle: null, sessionId: null, messageId: null };
  return [{ id: `file:${path}`, kind, ...none, excerpt: path, canForget: !isLive }];
}
