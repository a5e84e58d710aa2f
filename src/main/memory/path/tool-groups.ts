import { fileTemplate } from '../context/templates';
import type { ChatMessage } from '../ports/recall';
import type { PathMessage } from './path-message';

/** Whether an answer calls tools: their results belong to it and are never sent without it, nor it without them. */
export function callsTools(message: Pick<PathMessage, 'metadata'>): boolean {
  return (message.metadata?.toolCalls?.length ?? 0) > 0;
}

/** Whether there is anything of a message to send: words, or calls. */
export function hasSubstance(message: Pick<PathMessage, 'content' | 'metadata'>): boolean {
  return message.content !== '' || callsTools(message);
}

/** The words of a message as they are sent: part of a file says so and of which. */
export function sentText({ content, metadata }: Pick<PathMessage, 'content' | 'metadata'>): string {
  const file = metadata?.attachment;
  return file === undefined ? content : fileTemplate(file, content);
}

/** The text whose tokens count for a message: its words, and what the protocol sends with them. */
export function countedText(message: Pick<PathMessage, 'content' | 'metadata'>): string {
  const { toolCalls = [], tool } = message.metadata ?? {};
  const content = sentText(message);
  const calls = toolCalls.map((call) => `${call.id} function ${call.name} ${call.arguments}`);
  const answered = tool === undefined ? [] : [tool.callId];
  return calls.length + answered.length === 0 ? content : [content, ...calls, ...answered].join('\n');
}

/** A message of the path in the form it is sent in. */
export function toChatMessage(
  { role, metadata }: Pick<PathMessage, 'role' | 'metadata'>,
  content: string,
): ChatMessage {
  const { toolCalls, tool } = metadata ?? {};
  if (toolCalls !== undefined && toolCalls.length > 0) return { role, content, toolCalls };
  if (tool !== undefined) return { role, content, toolCallId: tool.callId };
  return { role, content };
}

/** Where the stretch from `start` on may begin: past results whose call lies before it. */
export function pastLooseResults(messages: readonly Pick<PathMessage, 'role'>[], start: number): number {
  let begin = start;
  while (messages[begin]?.role === 'tool') begin += 1;
  return begin;
}
