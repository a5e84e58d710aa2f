import type { BrowserWindow } from 'electron';
import { z } from 'zod';
import type { CallName } from '../../shared/contract/calls';
import { sessionIdSchema, type SessionId } from '../../shared/model/ids';

/** Which chat each window shows, as far as its calls tell. */
export interface ShownChats {
  /** Hears every answered call. */
  readonly hear: (name: CallName, payload: unknown, caller: BrowserWindow) => void;
  /** Null for a window that shows none, as far as is known. */
  readonly chatOf: (window: BrowserWindow) => SessionId | null;
}

// A page of one message is looked at beside the thread.
const page = z.object({ sessionId: sessionIdSchema, limit: z.number().min(2) });

/** Makes the {@link ShownChats}. */
export function createShownChats(): ShownChats {
  const shown = new WeakMap<BrowserWindow, SessionId>();
  return {
    hear: (name, payload, caller) => {
      const read = name === 'messages.page' ? page.safeParse(payload).data : undefined;
      if (read !== undefined) shown.set(caller, read.sessionId);
    },
    chatOf: (window) => shown.get(window) ?? null,
  };
}
