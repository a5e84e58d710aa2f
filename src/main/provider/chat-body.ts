import type { ChatCompletionCreateParamsStreaming, ChatCompletionMessageParam } from 'openai/resources';
import type { ChatRequest } from '../memory/ports/chat-model';
import type { ChatMessage } from '../memory/ports/recall';
import { arrangeMessages } from './arrange-messages';
import { pairToolMessages } from './tool-messages';
import type { RequestShape } from './request-shape';

/** Half a character is no UTF-8: servers refuse the whole request. */
const loneSurrogate = /\p{Surrogate}/gu;
/** What OpenAI takes as a speaker's name. */
const speakerName = /^[\w-]{1,64}$/;

/** The body of a streamed request, in the shape the server takes. */
export function chatBody(
  request: Pick<ChatRequest, 'messages' | 'maxTokens' | 'temperature' | 'tools' | 'mayCallTools'>,
  model: string,
  shape: RequestShape,
): ChatCompletionCreateParamsStreaming {
  const { temperature } = request;
  const paired = pairToolMessages(request.messages, shape.takesTools);
  return {
    model,
    messages: arrangeMessages(paired, shape.systemMessages).map(toParameter),
    stream: true,
    [shape.limitName]: Math.min(request.maxTokens, shape.mostReplyTokens ?? Infinity),
    ...(shape.asksForUsage ? { stream_options: { include_usage: true } } : {}),
    ...(shape.takesTools ? toolsOf(request) : {}),
    ...(shape.takesTemperature && temperature !== undefined ? { temperature } : {}),
  };
}

function toolsOf({
  tools = [],
  mayCallTools = true,
}: Pick<ChatRequest, 'tools' | 'mayCallTools'>): Pick<
  ChatCompletionCreateParamsStreaming,
  'tools' | 'tool_choice'
> {
  if (tools.length === 0) return {};
  const functions = tools.map(({ name, description, parameters }) => ({
    type: 'function' as const,
    function: { name, description, parameters: { ...parameters } },
  }));
  return mayCallTools ? { tools: functions } : { tools: functions, tool_choice: 'none' };
}

function toParameter(message: ChatMessage): ChatCompletionMessageParam {
  const { role, toolCalls, toolCallId } = message;
  const content = message.content.replace(loneSurrogate, '\ufffd');
  const name = message.name !== undefined && speakerName.test(message.name) ? { name: message.name } : {};
  if (role === 'tool') return { role, content, tool_call_id: toolCallId ?? '' };
  if (role !== 'assistant' || toolCalls === undefined) return { role, content, ...name };
  const calls = toolCalls.map((call) => ({
    id: call.id,
    type: 'function' as const,
    function: { name: call.name, arguments: call.arguments },
  }));
  return { role, content: content === '' ? null : content, tool_calls: calls };
}
