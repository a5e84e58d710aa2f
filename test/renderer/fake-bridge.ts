import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/calls';
import type { EventName, Events } from '../../src/shared/contract/events';
import type { Bridge } from '../../src/renderer/bridge';

type Answers = {
  readonly [Name in CallName]?: (input: CallInput<Name>) => CallOutput<Name> | Promise<CallOutput<Name>>;
};

/** A bridge that answers from a table, remembers its calls and lets a test send events. */
export interface FakeBridge extends Bridge {
  readonly calls: readonly { readonly name: CallName; readonly input: unknown }[];
  readonly emit: <Name extends EventName>(name: Name, payload: Events[Name]) => void;
}

/** Builds a {@link FakeBridge}; a call without an answer fails the test. */
export function createFakeBridge(answers: Answers): FakeBridge {
  const calls: { readonly name: CallName; readonly input: unknown }[] = [];
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  return {
    calls,
    call: async <Name extends CallName>(name: Name, input: CallInput<Name>) => {
      calls.push({ name, input });
      const answer = answers[name] as ((given: CallInput<Name>) => CallOutput<Name>) | undefined;
      if (answer === undefined) throw new Error(`No answer for ${name}`);
      return answer(input);
    },
    on: (name, listener) => {
      const held = listeners.get(name) ?? new Set();
      listeners.set(name, held.add(listener));
      return () => held.delete(listener);
    },
    emit: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) listener(payload as never);
    },
  };
}
