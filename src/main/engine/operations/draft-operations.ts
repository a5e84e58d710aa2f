import type { SessionStore } from '../../memory/ports/session-store';
import type { EngineParts } from '../engine-parts';
import { findSession } from './find-session';

/** What is being written in each session. */
export function createDraftOperations(parts: EngineParts): Pick<SessionStore, 'readDraft' | 'writeDraft'> {
  const { tables, clock } = parts;
  return {
    readDraft: ({ userId, sessionId }) => {
      findSession(tables, userId, sessionId);
      return Promise.resolve(tables.drafts.read(userId, sessionId));
    },
    writeDraft: ({ userId, sessionId, text }) => {
      findSession(tables, userId, sessionId);
      if (text === '') tables.drafts.remove(userId, sessionId);
      else tables.drafts.write(userId, sessionId, text, clock.now());
      return Promise.resolve(null);
    },
  };
}
