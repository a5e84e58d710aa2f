import type { ContextCut } from '../../../shared/model/snapshot';
import type { PathMessage } from '../path/path-message';
import { callsTools, countedText, hasSubstance, toChatMessage } from '../path/tool-groups';
import type { ToolOffer } from '../ports/tool-offer';
import { messageOverheadTokens } from '../tokens/fixed-overhead';
import type { TokenCounter } from '../tokens/token-counter';
import type { BuiltBlock } from './built-context';
import { sendingTokens, wholeBlock } from './fill-buffer';
import type { Room } from './room';

/** Share of the room that the calls of this turn and their results may take. */
const stepsShare = 0.6;
/** Share of the room that the list of tools may take; where it needs more, no tools are offered. */
const offersShare = 0.25;
/** A result cut shorter than this says nothing. */
const leastResultTokens = 16;

/** The list of tools as it is counted; the protocol sends it beside the messages. */
function offersText(offers: readonly ToolOffer[]): string {
  return JSON.stringify(offers);
}

/** Adds the list of tools; nothing where there is none or no room for it. */
export function addOffers(
  offers: readonly ToolOffer[],
  room: Room,
  counter: TokenCounter,
  cuts: ContextCut[],
): BuiltBlock | null {
  if (offers.length === 0) return null;
  const content = offersText(offers);
  const tokens = counter.count(content) + messageOverheadTokens;
  if (tokens > room.left * offersShare) {
    cuts.push({ kind: 'tools', reason: 'over-budget', messageId: null, positions: null, tokens });
    return null;
  }
  room.take(tokens);
  return {
    kind: 'tools',
    message: { role: 'system', content },
    isOffer: true,
    tokens,
    sources: [],
    windows: [],
    cutAt: null,
    summaryId: null,
    template: 0,
  };
}

/**
 * Adds the calls that this turn has made so far and their results, which stand after the question. Where they are too
 * long every result is cut to the same length; where that is not enough the oldest calls go, with their results.
 */
export function addSteps(
  steps: readonly PathMessage[],
  room: Room,
  counter: TokenCounter,
  cuts: ContextCut[],
): readonly BuiltBlock[] {
  const limit = Math.floor(room.left * stepsShare);
  for (let groups = groupsOf(steps.filter(hasSubstance)); groups.length > 0; groups = groups.slice(1)) {
    const blocks = fit(groups.flat(), limit, counter);
    if (blocks === null) continue;
    room.take(blocks.reduce((sum, block) => sum + block.tokens, 0));
    recordCuts(steps.filter(hasSubstance), blocks, cuts);
    return blocks;
  }
  recordCuts(steps.filter(hasSubstance), [], cuts);
  return [];
}

/** An answer that calls tools, with its results. */
function groupsOf(steps: readonly PathMessage[]): readonly (readonly PathMessage[])[] {
  const groups: PathMessage[][] = [];
  for (const step of steps) {
    if (callsTools(step) || groups.length === 0) groups.push([step]);
    else groups.at(-1)?.push(step);
  }
  return groups;
}

function fit(
  steps: readonly PathMessage[],
  limit: number,
  counter: TokenCounter,
): readonly BuiltBlock[] | null {
  const total = steps.reduce((sum, step) => sum + sendingTokens(step), 0);
  if (total <= limit) return steps.map(wholeBlock);
  const results = steps.filter(({ role }) => role === 'tool');
  const bare = (step: PathMessage): number =>
    step.role === 'tool' ? counter.count(countedText({ ...step, content: '' })) + 1 : step.tokens;
  const frames = steps.reduce((sum, step) => sum + bare(step) + messageOverheadTokens, 0);
  const each = Math.floor((limit - frames) / Math.max(1, results.length));
  if (results.length === 0 || each < leastResultTokens) return null;
  return steps.map((step) => (step.role === 'tool' ? shortened(step, each, counter) : wholeBlock(step)));
}

function shortened(step: PathMessage, tokens: number, counter: TokenCounter): BuiltBlock {
  const whole = wholeBlock(step);
  if (counter.countUpTo(step.content, tokens) <= tokens) return whole;
  const content = counter.truncate(step.content, tokens);
  const counted = counter.count(countedText({ ...step, content }));
  return {
    ...whole,
    message: toChatMessage(step, content),
    tokens: counted + messageOverheadTokens,
    cutAt: content.length,
  };
}

function recordCuts(steps: readonly PathMessage[], blocks: readonly BuiltBlock[], cuts: ContextCut[]): void {
  for (const step of steps) {
    const block = blocks.find(({ sources }) => sources[0] === step.id);
    const missing = sendingTokens(step) - (block?.tokens ?? 0);
    if (block !== undefined && block.cutAt === null) continue;
    cuts.push({
      kind: 'tools',
      reason: block === undefined ? 'over-budget' : 'truncated',
      messageId: step.id,
      positions: [step.position, step.position],
      tokens: Math.max(0, missing),
    });
  }
}
