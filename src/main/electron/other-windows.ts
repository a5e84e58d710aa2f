import type { BrowserWindow } from 'electron';
import { z } from 'zod';
import type { CallName } from '../../shared/contract/calls';
import type { ChangedPart } from '../../shared/contract/events';
import { sessionIdSchema } from '../../shared/model/ids';
import { createEventSender } from './event-channel';

/** What calls change in a chat without an event of their own: whoever asks shows it from the answer. */
const changes: Partial<Record<CallName, readonly ChangedPart[]>> = {
  'chat.send': ['messages', 'draft'],
  'chat.edit': ['messages'],
  'chat.regenerate': ['messages'],
  'chat.retry': ['messages'],
  'chat.continue': ['messages'],
  'chat.stepVersion': ['messages'],
  'messages.pin': ['messages'],
  'messages.exclude': ['messages'],
  'forget.messages': ['messages'],
  'forget.undo': ['messages'],
  'drafts.write': ['draft'],
  'drafts.attach': ['draft'],
  'drafts.detach': ['draft'],
  'sessions.delete': ['chat'],
  'sessions.setRemembered': ['chat'],
};

const ofSession = z.object({ sessionId: sessionIdSchema });

/** Tells the windows that did not ask what a call changed in a chat, so that those which show it read it anew. */
export function createTellOthers(windows: () => readonly BrowserWindow[]) {
  return (name: CallName, payload: unknown, caller: BrowserWindow): void => {
    const parts = changes[name] ?? [];
    if (parts.length === 0 || windows().length < 2) return;
    const { sessionId } = ofSession.parse(payload);
    const tell = createEventSender(() => windows().filter((window) => window !== caller));
    for (const part of parts) tell('changed-elsewhere', { sessionId, part });
  };
}
