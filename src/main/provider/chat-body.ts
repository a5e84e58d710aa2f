import type { ChatCompletionCreateParamsStreaming, ChatCompletionMessageParam } from 'openai/resources';
import type { ChatRequest } from '../memory/ports/chat-model';
import type { ChatMessage } from '../memory/ports/recall';
import { arrangeMessages } from './arrange-messages';
import type { RequestShape } from './request-shape';

/** Half a character is no UTF-8: servers refuse the whole request. */
const loneSurrogate = /\p{Surrogate}/gu;
/** What OpenAI takes as a speaker's name. */
const speakerName = /^[\w-]{1,64}$/;

/** The body of a streamed request, in the shape the server takes. */
export function chatBody(
  request: Pick<ChatRequest, 'messages' | 'maxTokens' | 'temperature'>,
  model: string,
  shape: RequestShape,
): ChatCompletionCreateParamsStreaming {
  const { temperature } = request;
  return {
    model,
    messages: arrangeMessages(request.messages, shape.systemMessages).map(toParameter),
    stream: true,
    [shape.limitName]: Math.min(request.maxTokens, shape.mostReplyTokens ?? Infinity),
    ...(shape.asksForUsage ? { stream_options: { include_usage: true } } : {}),
    ...(shape.takesTemperature && temperature !== undefined ? { temperature } : {}),
  };
}

function toParameter(message: ChatMessage): ChatCompletionMessageParam {
  const { role } = message;
  const content = message.content.replace(loneSurrogate, '\ufffd');
  const name = message.name !== undefined && speakerName.test(message.name) ? { name: message.name } : {};
  // The protocol ties a tool's result to a call; without calls its words are the user's.
  return { role: role === 'tool' ? 'user' : role, content, ...name };
}
