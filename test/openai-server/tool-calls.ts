import type { Behaviour } from './behaviour';
import { event } from './chat';

/** One call the server makes. */
export interface ServedCall {
  readonly id: string;
  readonly name: string;
  /** Sent as it stands, whether it is JSON or not. */
  readonly arguments: string;
}

function callDelta(calls: readonly object[], finish: string | null = null): string {
  return event({ choices: [{ index: 0, delta: { tool_calls: calls }, finish_reason: finish }] });
}

/** The events of an answer that calls tools as OpenAI streams it: the name first, then the arguments in fragments. */
function toolCallEvents(calls: readonly ServedCall[], said = '', fragment = 3): readonly string[] {
  const words = said === '' ? [] : [event({ choices: [{ index: 0, delta: { content: said } }] })];
  const pieces = calls.flatMap((call, index) => [
    callDelta([{ index, id: call.id, type: 'function', function: { name: call.name, arguments: '' } }]),
    ...Array.from({ length: Math.ceil(call.arguments.length / fragment) }, (_, at) =>
      callDelta([
        { index, function: { arguments: call.arguments.slice(at * fragment, (at + 1) * fragment) } },
      ]),
    ),
  ]);
  const end = event({ choices: [{ index: 0, delta: {}, finish_reason: 'tool_calls' }] });
  return [...words, ...pieces, end, 'data: [DONE]\n\n'];
}

/** An answer that calls tools, streamed in fragments. */
export function callTools(calls: readonly ServedCall[], said = '', fragment = 3): Behaviour {
  return { kind: 'pieces', pieces: () => toolCallEvents(calls, said, fragment), then: 'end' };
}

/** The same in one piece, as servers do that do not stream calls; arguments may be an object. */
export function callToolsWhole(
  calls: readonly (Omit<ServedCall, 'arguments'> & { arguments: unknown })[],
): Behaviour {
  return {
    kind: 'reply',
    make: () => ({
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: null,
            tool_calls: calls.map(({ id, ...called }) => ({ id, type: 'function', function: called })),
          },
          finish_reason: 'tool_calls',
        },
      ],
    }),
  };
}
