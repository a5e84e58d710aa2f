import type { SessionId, UserId } from '../../../shared/model/ids';
import type { PromptState } from '../../../shared/model/prompt';
import { defaultSystemPrompt } from '../../memory/context/templates';
import type { SessionStore } from '../../memory/ports/session-store';
import type { EngineParts, Tables } from '../engine-parts';
import { findSession } from './find-session';

/** Versions a state names; older ones stay stored. */
const versionsShown = 20;

function readPrompt(tables: Tables, userId: UserId, sessionId: SessionId | null): PromptState {
  if (sessionId !== null) findSession(tables, userId, sessionId);
  const ofAll = sessionId === null ? '' : tables.prompts.inForce(userId, null);
  const versions = tables.prompts.newest(userId, sessionId, versionsShown);
  const inherited = ofAll === '' ? defaultSystemPrompt : ofAll;
  return { text: versions[0]?.text ?? '', inherited, versions };
}

function writePrompt(parts: EngineParts, input: Parameters<SessionStore['writePrompt']>[0]): PromptState {
  const { tables, clock } = parts;
  const { userId, sessionId } = input;
  // Nothing but blanks says nothing: the scope inherits.
  const text = input.text.trim() === '' ? '' : input.text;
  const { text: before } = readPrompt(tables, userId, sessionId);
  if (text !== before) tables.prompts.add(userId, sessionId, text, clock.now());
  return readPrompt(tables, userId, sessionId);
}

/** System prompts and their versions. */
export function createPromptOperations(parts: EngineParts): Pick<SessionStore, 'readPrompt' | 'writePrompt'> {
  const write = parts.database.transaction(writePrompt);
  return {
    readPrompt: ({ userId, sessionId }) => Promise.resolve(readPrompt(parts.tables, userId, sessionId)),
    writePrompt: (input) => Promise.resolve(write.immediate(parts, input)),
  };
}
