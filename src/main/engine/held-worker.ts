import type { EngineWorker } from './connect-engine';

const events = ['message', 'error', 'exit'] as const;
type EventName = (typeof events)[number];
// What a listener is given depends on the event; here it is only passed on.
type Listener = (value: never) => void;

/**
 * A thread that is begun before anybody can listen to it: what it says until then is kept, and told in order to the first
 * listener of each event.
 */
export function holdEvents(worker: EngineWorker): EngineWorker {
  const on = worker.on.bind(worker) as (event: EventName, listener: Listener) => unknown;
  const kept: Record<EventName, never[]> = { message: [], error: [], exit: [] };
  const first = new Map<EventName, Listener>();
  for (const event of events) {
    on(event, (value) => {
      const listener = first.get(event);
      if (listener === undefined) kept[event].push(value);
      else listener(value);
    });
  }
  return {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    on: (event: EventName, listener: Listener) => {
      if (first.has(event)) return on(event, listener);
      first.set(event, listener);
      for (const value of kept[event].splice(0)) listener(value);
      return worker;
    },
  };
}
