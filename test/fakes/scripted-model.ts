import type { ChatChunk, ChatModel, ChatRequest } from '../../src/main/memory/ports/chat-model';

/** One step of a script: a chunk, or something to do (and wait for) between two. */
export type ScriptStep = string | ChatChunk | ((request: ChatRequest) => unknown);

/** A model that says what the test wrote. */
export interface ScriptedModel extends ChatModel {
  readonly requests: readonly ChatRequest[];
}

/** Makes one; every request plays the same script. */
export function createScriptedModel(
  script: readonly ScriptStep[],
  { name = 'gpt-4o', kind = 'server' }: { readonly name?: string; readonly kind?: ChatModel['kind'] } = {},
): ScriptedModel {
  const requests: ChatRequest[] = [];
  return {
    name,
    kind,
    requests,
    async *stream(request): AsyncGenerator<ChatChunk> {
      requests.push(request);
      for (const step of script) {
        if (typeof step === 'function') await step(request);
        else yield typeof step === 'string' ? { kind: 'text', text: step } : step;
      }
    },
  };
}

/** Waits until a signal aborts, as a request to a server does. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else
      signal.addEventListener('abort', () => {
        resolve();
      });
  });
}
