import type { Logger } from '../../../shared/logger';
import type { ChatModel, ChatRequest } from '../ports/chat-model';
import type { CallPurpose, CostLog } from '../ports/cost-log';
import type { MemoryReader } from '../ports/recall';
import { messageOverheadTokens } from '../tokens/fixed-overhead';

/** Where the account of calls is kept, and who counts what a server does not. */
export interface Meter {
  readonly engine: CostLog & Pick<MemoryReader, 'countTokens'>;
  readonly logger: Logger;
}

/**
 * A chat model that keeps account of its calls, whoever asks and however the answer ends. A call is one request that
 * began to be answered; where the server did not report its tokens they are estimated. The offline model costs nothing.
 */
export function meteredModel(
  model: ChatModel,
  meter: Meter,
  purpose: CallPurpose,
  onCost: OnCost = () => undefined,
): ChatModel {
  if (model.kind === 'offline') return model;
  return {
    ...model,
    stream: (request) => metered({ model, meter, purpose, onCost }, { ...request, purpose: purpose.kind }),
  };
}

/** Told of every call what it cost, in microcents; null where its price is not known. */
export type OnCost = (microcents: number | null) => void;

interface Metered {
  readonly model: ChatModel;
  readonly meter: Meter;
  readonly purpose: CallPurpose;
  readonly onCost: OnCost;
}

async function* metered(by: Metered, request: ChatRequest): ReturnType<ChatModel['stream']> {
  let text = '';
  let usage: { readonly prompt: number; readonly completion: number } | null = null;
  try {
    for await (const chunk of by.model.stream(request)) {
      if (chunk.kind === 'text') text += chunk.text;
      // Calls are written like words, and counted as such.
      if (chunk.kind === 'tool-calls') text += JSON.stringify(chunk.calls);
      if (chunk.kind === 'usage') usage = chunk;
      yield chunk;
    }
  } finally {
    if (usage !== null || text !== '') await record(by, { request, text, usage });
  }
}

/** An account that cannot be written is worth less than the answer: it is only logged. */
async function record(
  { model: { name, isLocal = false }, meter: { engine, logger }, purpose, onCost }: Metered,
  call: {
    readonly request: ChatRequest;
    readonly text: string;
    readonly usage: { readonly prompt: number; readonly completion: number } | null;
  },
): Promise<void> {
  try {
    const { messages } = call.request;
    const count = async (text: string): Promise<number> => engine.countTokens({ text, model: name });
    const tokens = call.usage ?? {
      prompt:
        (await count(messages.map(({ content }) => content).join('\n'))) +
        messages.length * messageOverheadTokens,
      completion: await count(call.text),
    };
    const { microcents } = await engine.recordCost({
      ...purpose,
      model: name,
      isLocal,
      promptTokens: tokens.prompt,
      completionTokens: tokens.completion,
      reported: call.usage !== null,
    });
    onCost(microcents);
  } catch (error) {
    logger.warn('a cost was not recorded', { error: error instanceof Error ? error.message : '' });
  }
}
