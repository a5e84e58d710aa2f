import { beginTurn, runTurn } from '../../src/main/chat/turn';
import type { RuledTool } from '../../src/main/chat/ruled-tool';
import type { ChatChunk, ChatModel, ChatRequest } from '../../src/main/memory/ports/chat-model';
import type { Tool } from '../../src/main/memory/ports/tool';
import { allTools } from '../../src/main/tools/all-tools';
import type { ToolCall } from '../../src/shared/model/message-metadata';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { createTurnPorts } from '../fakes/turn-ports';
import { newTurnId } from '../fakes/whole-turn';

/** What a model answers to one request. */
export type Answer = string | { readonly calls: readonly ToolCall[]; readonly said?: string } | Error;

/** A model that gives one answer a request, the last one for ever. */
function createCallingModel(answers: readonly (Answer | ((request: ChatRequest) => Answer))[]) {
  const requests: ChatRequest[] = [];
  const model: ChatModel = {
    name: 'gpt-4o',
    kind: 'server',
    async *stream(request): AsyncGenerator<ChatChunk> {
      const given = answers[Math.min(requests.length, answers.length - 1)]!;
      requests.push(request);
      const answer = typeof given === 'function' ? given(request) : given;
      if (answer instanceof Error) throw answer;
      if (typeof answer === 'string') yield { kind: 'text', text: answer };
      else {
        if (answer.said !== undefined) yield { kind: 'text', text: answer.said };
        yield { kind: 'tool-calls', calls: answer.calls };
      }
    },
  };
  return { model, requests };
}

let calls = 0;
/** One call, with an id of its own. */
export function toCall(name: string, input: unknown): ToolCall {
  calls += 1;
  return { id: `call_${calls}`, name, arguments: typeof input === 'string' ? input : JSON.stringify(input) };
}

/** Tools as they are ruled at first. */
export const ruled = (tools: readonly Tool[]): readonly RuledTool[] =>
  tools.map((tool) => ({ tool, rule: tool.hasEffect ? 'ask' : 'on' }));

/** A chat on a real engine, with every tool there is and a model that answers as the test says. */
export async function openToolRig(
  answers: Parameters<typeof createCallingModel>[0],
  options: Parameters<typeof createTurnPorts>[2] = {},
  on?: EngineOnDisk,
  temporary = false,
) {
  const disk = on ?? (await openEngineOnDisk());
  const { id: sessionId } = await disk.engine.createSession({
    userId: disk.userId,
    recallScope: 'session',
    temporary,
  });
  const { model, requests } = createCallingModel(answers);
  const ports = createTurnPorts(disk, model, { tools: ruled(allTools), ...options });
  const abort = new AbortController();
  const where = { userId: disk.userId, sessionId };
  const run = async (text = 'Go.'): Promise<void> => {
    await runTurn(ports, await beginTurn(ports, { ...where, turnId: newTurnId(), text }), abort.signal);
  };
  const messages = async () => {
    const page = await disk.engine.pageMessages({ ...where, anchor: { kind: 'newest' }, limit: 50 });
    return page.messages;
  };
  return { disk, where, ports, abort, requests, run, messages };
}
