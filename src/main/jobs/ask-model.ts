import type { ChatModel, ChatRequest } from '../memory/ports/chat-model';

/** Asks a model and waits for all of its answer. Errors as {@link ChatModel} says. */
export async function askModel(model: ChatModel, request: Omit<ChatRequest, 'recalled'>): Promise<string> {
  let text = '';
  for await (const chunk of model.stream({ ...request, recalled: [] })) {
    if (chunk.kind === 'text') text += chunk.text;
  }
  return text.trim();
}
