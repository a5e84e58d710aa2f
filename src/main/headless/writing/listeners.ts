import type { Emit } from '../../../shared/contract/emit';
import type { EventEnvelope } from '../../../shared/contract/events';
import type { WritingProgram } from './task';

/** Lets others hear what is told to the page. */
export function createListeners(): { readonly listen: WritingProgram['listen']; readonly emit: Emit } {
  const listeners = new Set<(event: EventEnvelope) => void>();
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    emit: (name, payload) => {
      // Name and payload belong together by the type of Emit.
      for (const listener of [...listeners]) listener({ name, payload } as EventEnvelope);
    },
  };
}
