import { catalogue } from '../../shared/catalogue/catalogue';
import type { ChatMessage } from '../memory/ports/recall';

/**
 * Messages in which every call has its results right behind it and every result its call: the protocol refuses a
 * request otherwise. What is not so any more (a result was forgotten, a call lies outside the context) is told in words.
 * With `takesTools` false all of them are.
 */
export function pairToolMessages(
  messages: readonly ChatMessage[],
  takesTools: boolean,
): readonly ChatMessage[] {
  const paired: ChatMessage[] = [];
  let index = 0;
  while (index < messages.length) {
    const message = messages[index];
    if (message === undefined) break;
    const results = resultsAfter(messages, index);
    const isWhole = takesTools && isAnswered(message, results);
    const group = [message, ...results];
    paired.push(...(isWhole ? group : group.flatMap((each) => inWords(each, messages))));
    index += group.length;
  }
  return paired;
}

function resultsAfter(messages: readonly ChatMessage[], index: number): readonly ChatMessage[] {
  if ((messages[index]?.toolCalls?.length ?? 0) === 0) return [];
  const rest = messages.slice(index + 1);
  const end = rest.findIndex(({ role }) => role !== 'tool');
  return end < 0 ? rest : rest.slice(0, end);
}

function isAnswered({ role, toolCalls = [] }: ChatMessage, results: readonly ChatMessage[]): boolean {
  if (role !== 'tool' && toolCalls.length === 0) return true;
  const called = toolCalls.map(({ id }) => id).toSorted();
  const answered = results.map(({ toolCallId = '' }) => toolCallId).toSorted();
  return (
    called.length > 0 && called.length === answered.length && called.every((id, at) => id === answered[at])
  );
}

function inWords(message: ChatMessage, all: readonly ChatMessage[]): readonly ChatMessage[] {
  const { role, content, toolCallId, toolCalls } = message;
  if (role !== 'tool') {
    if (toolCalls === undefined) return [message];
    return content === '' ? [] : [{ role, content }];
  }
  const call = all.flatMap(({ toolCalls: calls = [] }) => calls).find(({ id }) => id === toolCallId);
  return [{ role: 'user', content: `${catalogue.tools.told.noSupport(call?.name ?? 'a tool')}\n${content}` }];
}
