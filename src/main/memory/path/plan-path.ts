import { assertNever } from '../../../shared/assert-never';
import type { Strategy } from '../../../shared/model/session';
import type { Budgets } from '../../../shared/settings';
import { messageOverheadTokens } from '../tokens/fixed-overhead';
import type { PathMessage } from './path-message';
import { pastLooseResults } from './tool-groups';

/** The limits of the buffer under one strategy. */
export interface BufferLimits {
  readonly messages: number;
  /** Tokens, overhead included. */
  readonly tokens: number;
  /** Whether what is past the limits waits for a summary, or is left out. */
  readonly summarises: boolean;
  readonly recalls: boolean;
}

/** Tokens of unsummarised messages at which a summary is due: a share of the context budget. */
export function summaryTriggerTokens(budgets: Budgets): number {
  return Math.floor(budgets.maxContextTokens * budgets.summaryTrigger);
}

/** Headings and overheads of the parts beside the buffer, from above. */
const framesTokens = 64;

function atMost(tokens: number, room: number): number {
  return Math.max(0, Math.min(tokens, room));
}

/**
 * What a strategy keeps verbatim, and what becomes of the rest (DESIGN 4, Strategies). `besideTokens` are kept for what
 * stands beside the messages: those that are pinned, and the list of tools.
 */
export function bufferLimits(strategy: Strategy, budgets: Budgets, besideTokens = 0): BufferLimits {
  const messages = budgets.bufferMessageLimit;
  const tokens = summaryTriggerTokens(budgets);
  const room = Math.max(0, budgets.maxContextTokens - budgets.replyReserveTokens - besideTokens);
  // What recall takes for sent must be sent: beside the other parts' shares the buffer always fits.
  const besideRecall = room - budgets.systemTokens - budgets.recalledTokens - framesTokens;
  switch (strategy) {
    case 'buffer':
      return { messages, tokens: room, summarises: false, recalls: false };
    case 'sliding-window':
      return { messages: Infinity, tokens: room, summarises: false, recalls: false };
    case 'summary':
      return { messages, tokens, summarises: true, recalls: false };
    case 'retrieval':
      return { messages, tokens: atMost(tokens, besideRecall), summarises: false, recalls: true };
    case 'hybrid':
      return {
        messages,
        tokens: atMost(tokens, besideRecall - budgets.summaryTokens),
        summarises: true,
        recalls: true,
      };
    default:
      return assertNever(strategy);
  }
}

/** Where the end of the active path goes: every message is in exactly one of the two. */
export interface TailPlan<Item extends PathMessage = PathMessage> {
  /** Sent verbatim; oldest first. */
  readonly buffer: readonly Item[];
  /** Past the limits: waiting for a summary, or left out where the strategy does not summarise; oldest first. */
  readonly beyond: readonly Item[];
}

/**
 * Splits the messages that no summary covers into the buffer and what is past its limits.
 *
 * The newest message is always in the buffer. The cut falls before a user message where that leaves at least
 * half of what fits, and never between a tool call and its results.
 */
export function planTail<Item extends PathMessage>(
  unsummarised: readonly Item[],
  limits: BufferLimits,
): TailPlan<Item> {
  const fits = countThatFits(unsummarised, limits);
  const start = moveToTurnBoundary(unsummarised, unsummarised.length - fits);
  return { buffer: unsummarised.slice(start), beyond: unsummarised.slice(0, start) };
}

function countThatFits(messages: readonly PathMessage[], limits: BufferLimits): number {
  let tokens = 0;
  let count = 0;
  for (const message of messages.toReversed()) {
    tokens += message.tokens + messageOverheadTokens;
    if (count > 0 && (count >= limits.messages || tokens > limits.tokens)) break;
    count += 1;
  }
  return count;
}

function moveToTurnBoundary(messages: readonly PathMessage[], earliest: number): number {
  if (earliest === 0) return 0;
  const latest = earliest + Math.floor((messages.length - earliest) / 2);
  for (let start = earliest; start <= latest; start += 1) {
    if (messages[start]?.role === 'user') return start;
  }
  // Where only results are left, the whole of them goes past the limits, but never the newest message.
  return Math.min(pastLooseResults(messages, earliest), messages.length - 1);
}
