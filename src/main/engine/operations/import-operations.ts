import { z } from 'zod';
import { messageIdSchema, sessionIdSchema, type MessageId, type UserId } from '../../../shared/model/ids';
import type { Session } from '../../../shared/model/session';
import type {
  ConversationImport,
  ImportedSession,
  WantedImport,
} from '../../memory/ports/conversation-import';
import { isSource } from '../../memory/is-source';
import { buildSearchText } from '../../memory/text/search-text';
import { readMeta, writeMeta } from '../../storage/meta';
import { enqueueJob, type EngineParts } from '../engine-parts';
import { findSession, publicSession } from './find-session';
import { importWhole } from './import-whole';

function importSession(
  parts: EngineParts,
  userId: UserId,
  session: ImportedSession,
  summarise: boolean,
): Session {
  const { tables, clock } = parts;
  const sessionId = sessionIdSchema.parse(parts.newId());
  const createdAt = session.messages[0]?.createdAt ?? clock.now();
  tables.sessions.releaseImportKey(userId, session.key);
  tables.sessions.insert({
    id: sessionId,
    userId,
    title: session.title,
    titleSource: 'import',
    createdAt,
    recallScope: 'session',
    strategy: 'hybrid',
    importKey: session.key,
  });
  let parentId: MessageId | null = null;
  for (const [index, message] of session.messages.entries()) {
    const id = messageIdSchema.parse(parts.newId());
    const { role, author, content, createdAt: saidAt } = message;
    const ending = { state: 'done', provenance: 'imported' } as const;
    const searchable = isSource({ ...ending, content });
    tables.writer.insert({
      id,
      userId,
      sessionId,
      parentId,
      depth: index + 1,
      turnId: null,
      role,
      author,
      content,
      ...ending,
      model: null,
      createdAt: saidAt,
      searchText: searchable
        ? buildSearchText({ content, author, createdAt: saidAt, userId, sessionId })
        : null,
    });
    parentId = id;
  }
  const added = findSession(tables, userId, sessionId);
  const updatedAt = session.messages.at(-1)?.createdAt ?? createdAt;
  tables.sessions.setHead(added, parentId, updatedAt, session.messages.length);
  // The summary first: it is quick, and what it covers need not be sent.
  if (summarise) enqueueJob(parts, { kind: 'summarise', userId, sessionId, after: 'import' });
  enqueueJob(parts, { kind: 'embed', userId, sessionId, after: 'import' });
  return publicSession(findSession(tables, userId, sessionId));
}

const wantedSchema = z.object({
  path: z.string(),
  key: z.string(),
  chats: z.number(),
  bytes: z.number(),
  modifiedAt: z.number(),
});

/** What is kept of an import under way; null where it is not what this version writes. */
function parseWanted(kept: string | null): WantedImport | null {
  try {
    return kept === null ? null : wantedSchema.parse(JSON.parse(kept));
  } catch {
    return null;
  }
}

/** Takes conversations from elsewhere into the log: a session is there whole, with its job, or not at all. */
export function createImportOperations(parts: EngineParts): ConversationImport {
  const importOne = parts.database.transaction(importSession);
  const importTree = parts.database.transaction(importWhole);
  return {
    countImported: ({ userId, keys }) =>
      Promise.resolve(keys.filter((key) => parts.tables.sessions.isImported(userId, key)).length),
    findImported: ({ userId, key }) => {
      const session = parts.tables.sessions.findByImportKey(userId, key);
      return Promise.resolve(session === null ? null : publicSession(session));
    },
    importSessions: ({ userId, sessions, summarise = false }) => {
      const added: Session[] = [];
      for (const session of sessions) {
        // Asked one by one: a file may name the same session twice.
        if (parts.tables.sessions.isImported(userId, session.key)) continue;
        const { key, whole } = session;
        added.push(
          whole === undefined
            ? importOne.immediate(parts, userId, session, summarise)
            : importTree.immediate(parts, userId, { key, whole }),
        );
      }
      return Promise.resolve({ added, skipped: sessions.length - added.length });
    },
    noteImport: ({ userId, wanted }) => {
      const kept = wanted === null ? null : JSON.stringify(wanted);
      writeMeta(parts.database, `import-wanted:${userId}`, kept);
      return Promise.resolve(null);
    },
    unfinishedImport: ({ userId }) =>
      Promise.resolve(parseWanted(readMeta(parts.database, `import-wanted:${userId}`))),
  };
}
