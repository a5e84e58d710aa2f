import type { CallInput, CallName, CallOutput } from '../shared/contract/calls';
import type { EngramBridge } from '../shared/contract/channels';
import type { EventName, Events } from '../shared/contract/events';
import { AppError } from '../shared/errors';

declare global {
  interface Window {
    readonly engram: EngramBridge;
    /** The chat this window was opened for; null for the one used last. */
    readonly engramChat: string | null;
  }
}

/** The page's way to main: a call answers its value or throws the {@link AppError} main answered with. */
export interface Bridge {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** Subscribes to one event; returns the unsubscribe function. */
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void;
}

/** Wraps what the preload script exposes: replies become values, error shapes become exceptions. */
export function createBridge(exposed: EngramBridge): Bridge {
  return {
    call: async (name, input) => {
      const reply = await exposed.call(name, input);
      if (!reply.ok) throw AppError.fromShape(reply.error);
      return reply.value;
    },
    on: (name, listener) => exposed.on(name, listener),
  };
}
