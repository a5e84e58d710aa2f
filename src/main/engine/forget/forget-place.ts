import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ForgetPlace } from '../../../shared/model/forget';
import { messageIdSchema, turnIdSchema, type UserId } from '../../../shared/model/ids';
import type { TurnSnapshot } from '../../../shared/model/snapshot';
import { emptyStrings } from '../../memory/forget/redact-snapshot';
import { createTraceFinder, joinTraces, type Traces } from '../../memory/forget/traces';
import type { EngineParts } from '../engine-parts';
import { settlePath } from '../operations/settle-path';
import { eraseMessages, readTraces, rewriteSnapshot } from './erase-messages';

/** Erases places of a report at once; the traces with those of what went along. */
export async function forgetPlaces(
  parts: EngineParts,
  userId: UserId,
  places: readonly ForgetPlace[],
  traces: Traces,
): Promise<Traces> {
  let all = traces;
  for (const place of places.filter(({ canForget }) => canForget)) {
    all = joinTraces(all, erasePlace(parts, userId, place, traces));
    const { sessionId } = place;
    if (place.kind === 'message' && sessionId !== null) {
      await parts.memories.vectors.forgetSession({ userId, sessionId });
      parts.memories.words.forgetSession({ userId, sessionId });
    }
  }
  return all;
}

const nothing: Traces = { texts: [], vectors: [], hashes: [] };

function erasePlace(parts: EngineParts, userId: UserId, place: ForgetPlace, traces: Traces): Traces {
  const { eraser } = parts.tables;
  const key = place.id.split(':').at(-1) ?? '';
  const { sessionId } = place;
  switch (place.kind) {
    case 'message':
      return eraseMessage(parts, userId, place);
    case 'snapshot':
      emptySnapshot(parts, userId, key, traces);
      return nothing;
    case 'backup':
    case 'file':
      removeFile(parts, place.id.slice('file:'.length));
      return nothing;
    case 'title':
      eraser.clearTitle(userId, key);
      return nothing;
    case 'summary':
      eraser.dropRow('summaries', userId, key);
      break;
    case 'fact':
      eraser.dropRow('facts', userId, key);
      break;
    case 'prompt':
      eraser.dropRow(place.id.startsWith('prompt:presets:') ? 'presets' : 'prompts', userId, key);
      break;
    case 'draft':
      if (place.id.startsWith('draft:draft_files:')) eraser.dropRow('draft_files', userId, key);
      else if (sessionId !== null) parts.tables.drafts.remove(userId, sessionId);
      return nothing;
    case 'case':
      parts.tables.recallCases.remove(userId, key);
      return nothing;
    case 'job':
      eraser.clearJob(userId, key);
      return nothing;
    case 'record':
      return nothing;
  }
  const session = sessionId === null ? null : parts.tables.sessions.find(userId, sessionId);
  if (session !== null) settlePath(parts, session);
  return nothing;
}

function eraseMessage(parts: EngineParts, userId: UserId, { sessionId, messageId }: ForgetPlace): Traces {
  if (sessionId === null || messageId === null) return nothing;
  const ids = [messageIdSchema.parse(messageId)];
  return parts.database
    .transaction(() => {
      const traces = readTraces(parts, userId, ids);
      eraseMessages(parts, userId, sessionId, ids);
      return traces;
    })
    .immediate();
}

/** Whatever holds forgotten words in the record of a turn is emptied; its counts stay. */
function emptySnapshot(parts: EngineParts, userId: UserId, turnId: string, traces: Traces): void {
  const finder = createTraceFinder(traces);
  const isHeld = (words: string): boolean => finder.isIn(Buffer.from(words, 'utf8'));
  rewriteSnapshot(parts, userId, turnIdSchema.parse(turnId), (snapshot) => {
    // Only strings change, each to an empty one: the shape stays what it was.
    return emptyStrings(snapshot, isHeld) as TurnSnapshot;
  });
}

/** Only a file below the data folder, never the database itself. */
function removeFile({ dataFolder, database }: EngineParts, path: string): void {
  if (dataFolder === null) return;
  const file = join(dataFolder, path);
  const inside = relative(dataFolder, file);
  if (inside.startsWith('..') || file.startsWith(database.name)) return;
  rmSync(file, { force: true });
}
