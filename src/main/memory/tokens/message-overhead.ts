import { messageOverheadTokens, replyPrimingTokens } from './fixed-overhead';
import type { TokenCounter } from './token-counter';

/** A name stands in for nothing and costs a separator. */
const TOKENS_PER_NAME = 1;
/** Frame of a tool call: the mark of the call, of its recipient and of its end. */
const TOKENS_PER_TOOL_CALL = 3;

/** What of a message costs tokens. */
export interface CountedMessage {
  readonly content: string;
  readonly name?: string | null | undefined;
  readonly toolCalls?: readonly CountedToolCall[] | undefined;
}

/** What of a tool call costs tokens. */
export interface CountedToolCall {
  readonly name: string;
  /** The arguments as the model wrote them: JSON text. */
  readonly arguments: string;
}

/**
 * Tokens of one message in a request: 4 around it, its content's, 1 and its name's, and its tool calls'.
 *
 * The formula is OpenAI's (cookbook, "How to count tokens with tiktoken"), which gives none for tool calls: they
 * count 3 and the tokens of name and arguments.
 */
export function messageTokens(message: CountedMessage, counter: TokenCounter): number {
  return messageOverhead(message, counter) + counter.count(message.content);
}

/** The same without the content, for a message whose content's count is stored. */
export function messageOverhead(message: Omit<CountedMessage, 'content'>, counter: TokenCounter): number {
  const { name, toolCalls = [] } = message;
  const nameTokens = name === undefined || name === null ? 0 : TOKENS_PER_NAME + counter.count(name);
  const callTokens = toolCalls.reduce(
    (sum, call) => sum + TOKENS_PER_TOOL_CALL + counter.count(call.name) + counter.count(call.arguments),
    0,
  );
  return messageOverheadTokens + nameTokens + callTokens;
}

/** Tokens of a whole request: its messages and 3 that open the reply. */
export function requestTokens(messages: readonly CountedMessage[], counter: TokenCounter): number {
  return messages.reduce((sum, message) => sum + messageTokens(message, counter), replyPrimingTokens);
}
