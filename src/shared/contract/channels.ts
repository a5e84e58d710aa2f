import type { AppErrorShape } from '../errors';
import type { CallInput, CallName, CallOutput } from './calls';
import type { EventName, Events } from './events';

/** The one channel for calls from the page (invoke). */
export const callChannel = 'engram:call';
/** The one channel for events to the page (send). */
export const eventChannel = 'engram:event';
/** The argument by which main tells a page which chat it opens with. */
export const chatArgument = '--engram-chat=';

/** What every call answers: errors are data, never thrown across the border. */
export type Reply<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: AppErrorShape };

/** What the preload script puts on the page's window. */
export interface EngramBridge {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Reply<CallOutput<Name>>>;
  /** Subscribes to one event; returns the unsubscribe function. */
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void;
}
