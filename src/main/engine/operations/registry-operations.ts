import type { RegistryStatus, SessionMemoryStatus } from '../../../shared/model/registry';
import type { RegistryReader } from '../../memory/ports/memory-registry';
import { messageOverheadTokens } from '../../memory/tokens/fixed-overhead';
import type { StoredSession } from '../../storage/tables/session-table';
import type { EngineParts } from '../engine-parts';
import { maxVectorBytes } from '../session-vectors';
import { readPathAnew } from './read-path';

type StatusInput = Parameters<RegistryReader['registryStatus']>[0];

async function statusOf(
  parts: EngineParts,
  session: StoredSession,
  settings: StatusInput['settings'],
): Promise<SessionMemoryStatus> {
  const { id: sessionId, userId, title, strategy } = session;
  // Looking must not change what is looked at, so this reads past the registry.
  const path = await readPathAnew(parts, session, { ...settings, strategy }, Number.MAX_SAFE_INTEGER - 1);
  const { buffer } = path.tail;
  const summary = path.summary?.summary ?? null;
  const index = parts.memories.vectors.sizeOf({ userId, sessionId });
  return {
    sessionId,
    title,
    bufferMessages: buffer.length,
    bufferTokens: buffer.reduce((sum, message) => sum + message.tokens + messageOverheadTokens, 0),
    summary: summary === null ? null : { version: summary.version, tokens: summary.tokens },
    indexedVectors: index.vectors,
    indexBytes: index.bytes,
  };
}

/** What the registry tells of itself. */
export function createRegistryOperations(parts: EngineParts): RegistryReader {
  const { registry, vectors, words, limits, termBytes } = parts.memories;
  return {
    registryStatus: async ({ userId, settings }): Promise<RegistryStatus> => {
      const sessions: SessionMemoryStatus[] = [];
      for (const { sessionId } of registry.activeOf(userId)) {
        const session = parts.tables.sessions.find(userId, sessionId);
        if (session !== null) sessions.push(await statusOf(parts, session, settings));
      }
      const { rss, heapUsed } = process.memoryUsage();
      return {
        sessions,
        active: registry.size,
        maxActive: limits.sessions,
        bytes: registry.bytes + vectors.bytes + words.bytes + termBytes(),
        maxBytes: limits.bytes + maxVectorBytes,
        holders: {
          process: rss,
          vectors: vectors.bytes,
          words: words.bytes + termBytes(),
          paths: registry.bytes,
          engineHeap: heapUsed,
        },
        ...registry.counts,
      };
    },
  };
}
