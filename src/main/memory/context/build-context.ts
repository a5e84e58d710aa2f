import type { MessageId, SummaryId } from '../../../shared/model/ids';
import type { BlockKind, ContextCut } from '../../../shared/model/snapshot';
import type { Budgets } from '../../../shared/settings';
import type { PathMessage } from '../path/path-message';
import { messageOverheadTokens, replyPrimingTokens } from '../tokens/fixed-overhead';
import type { ToolOffer } from '../ports/tool-offer';
import type { TokenCounter } from '../tokens/token-counter';
import { addQuestion } from './add-question';
import { addOffers, addSteps } from './add-tools';
import { sendsWhole, type BuiltBlock, type BuiltContext, type QuoteWindow } from './built-context';
import { addProfile, type ProfileLine } from './add-profile';
import { addText, type TextPart } from './add-text';
import { addContinuation, type Continuation } from './continuation';
import { fillBuffer } from './fill-buffer';
import { fitPinned } from './fit-pinned';
import { Room } from './room';
import { recalledHeading, summaryTemplate, systemTemplate, templateVersion } from './templates';

/** A message recall kept, already rendered as a quote. */
export interface RecalledQuote {
  readonly messageId: MessageId;
  readonly text: string;
  readonly window: QuoteWindow;
}

/** Everything a context is made of, before the budget. */
export interface ContextParts {
  readonly systemPrompt: string;
  /** What is known of the user, the worthiest first; null where nothing of it is to be sent. */
  readonly profile: readonly ProfileLine[] | null;
  readonly summary: { readonly id: SummaryId; readonly text: string } | null;
  /** Pinned messages that the buffer does not send; oldest first. None where absent. */
  readonly pinned?: readonly PathMessage[];
  /** Best first. */
  readonly recalled: readonly RecalledQuote[];
  /** Oldest first; the last one is the question and is always sent, shortened if it must be. */
  readonly buffer: readonly PathMessage[];
  /** Waiting for a summary: sent, newest first, while they fit. Oldest first. */
  readonly waiting: readonly PathMessage[];
  /** The reply to the question that broke off and is to go on; null for a new one. */
  readonly continuation: Continuation | null;
  /** The tools the model may call. */
  readonly offers?: readonly ToolOffer[];
  /** The calls this turn has made so far and their results. Oldest first. */
  readonly steps?: readonly PathMessage[];
}

/**
 * Builds the context inside the budget: system · profile · summary · pinned · recalled · buffer, in that order
 * (DESIGN 3). Pure: the same parts give the same context.
 *
 * Room is given out by need, not by order: the system prompt within its share, a broken reply, the question, then the parts
 * of memory each within its share, then the rest of the buffer from the newest, then waiting messages. A quote
 * of a message that is sent verbatim after all, or pinned, is left out (invariant 4).
 */
export function buildContext(parts: ContextParts, budgets: Budgets, counter: TokenCounter): BuiltContext {
  let recalled = parts.recalled;
  for (;;) {
    const context = buildOnce({ ...parts, recalled }, budgets, counter);
    const sent = new Set(context.blocks.flatMap((block) => (sendsWhole(block.kind) ? block.sources : [])));
    const rest = recalled.filter((quote) => !sent.has(quote.messageId));
    // Fewer quotes leave more room, so what was sent verbatim stays so, and this ends.
    if (rest.length === recalled.length) return context;
    recalled = rest;
  }
}

function buildOnce(parts: ContextParts, budgets: Budgets, counter: TokenCounter): BuiltContext {
  const question = parts.buffer.at(-1);
  if (question === undefined) throw new Error('A context needs a question');
  const room = new Room(budgets.maxContextTokens - budgets.replyReserveTokens - replyPrimingTokens);
  const cuts: ContextCut[] = [];
  const text = (kind: BlockKind, content: string, share: number, template: number): BuiltBlock | null =>
    addText({ kind, content, share, template, summaryId: null }, room, counter, cuts);

  const systemShare = Math.min(budgets.systemTokens, Math.floor(room.left / 2));
  const system = text('system', systemTemplate(parts.systemPrompt), systemShare, templateVersion);
  const continuation = addContinuation(parts.continuation, room, counter, cuts);
  const asked = addQuestion(question, room, counter, cuts);
  const steps = addSteps(parts.steps ?? [], room, counter, cuts);
  const offers = addOffers(parts.offers ?? [], room, counter, cuts);
  const known = addProfile(parts.profile ?? [], Math.min(budgets.profileTokens, room.left), counter);
  const profile = known.block;
  if (profile !== null) room.take(profile.tokens);
  cuts.push(...known.cuts);
  const summary = addSummary(parts.summary, budgets.summaryTokens, room, counter, cuts);
  const pinned = addPinned(parts.pinned ?? [], budgets.pinnedTokens, room, counter, cuts);
  const recalled = addRecalled(parts.recalled, budgets.recalledTokens, room, counter, cuts);
  // What is sent as pinned is not sent once more because it waits for a summary.
  const waiting = parts.waiting.filter((message) => pinned?.sources.includes(message.id) !== true);
  const buffer = fillBuffer(parts.buffer.slice(0, -1), waiting, room, cuts);

  const blocks = [
    system,
    profile,
    summary,
    pinned,
    recalled,
    offers,
    ...buffer,
    asked,
    ...steps,
    ...continuation,
  ].filter((block) => block !== null);
  const tokens = blocks.reduce((sum, block) => sum + block.tokens, replyPrimingTokens);
  const verbatim = new Set(buffer.flatMap((block) => block.sources));
  return { blocks, cuts: cuts.filter((cut) => !isSentAfterAll(cut, verbatim)), tokens };
}

/** A pinned message that did not fit its share, and that is sent because it waits for a summary. */
function isSentAfterAll(cut: ContextCut, verbatim: ReadonlySet<MessageId>): boolean {
  return cut.kind === 'pinned' && cut.messageId !== null && verbatim.has(cut.messageId);
}

function addSummary(
  summary: ContextParts['summary'],
  share: number,
  room: Room,
  counter: TokenCounter,
  cuts: ContextCut[],
): BuiltBlock | null {
  if (summary === null) return null;
  const content = summaryTemplate(summary.text);
  // The share bounds the summary's own words; the template's line and the overhead come on top.
  const frame = counter.count(summaryTemplate('')) + messageOverheadTokens + 1;
  const part: TextPart = {
    kind: 'summary',
    content,
    share: share + frame,
    template: templateVersion,
    summaryId: summary.id,
  };
  return addText(part, room, counter, cuts);
}

function addPinned(
  pinned: readonly PathMessage[],
  share: number,
  room: Room,
  counter: TokenCounter,
  cuts: ContextCut[],
): BuiltBlock | null {
  const {
    content,
    tokens,
    sources,
    windows,
    cuts: own,
  } = fitPinned(pinned, Math.min(share, room.left), counter);
  cuts.push(...own);
  if (sources.length === 0) return null;
  room.take(tokens);
  return {
    kind: 'pinned',
    message: { role: 'system', content },
    tokens,
    sources,
    windows,
    cutAt: null,
    summaryId: null,
    template: templateVersion,
  };
}

function addRecalled(
  quotes: readonly RecalledQuote[],
  share: number,
  room: Room,
  counter: TokenCounter,
  cuts: ContextCut[],
): BuiltBlock | null {
  const limit = Math.min(share, room.left) - messageOverheadTokens;
  let content = recalledHeading;
  let tokens = counter.count(content);
  const sources: MessageId[] = [];
  const windows: QuoteWindow[] = [];
  for (const quote of quotes) {
    const longer = `${content}\n\n${quote.text}`;
    const count = counter.countUpTo(longer, Math.max(0, limit));
    if (count > limit) {
      const cut = { kind: 'recalled', reason: 'over-share', positions: null } as const;
      cuts.push({ ...cut, messageId: quote.messageId, tokens: counter.count(quote.text) });
      continue;
    }
    content = longer;
    tokens = count;
    sources.push(quote.messageId);
    windows.push(quote.window);
  }
  if (sources.length === 0) return null;
  room.take(tokens + messageOverheadTokens);
  return {
    kind: 'recalled',
    message: { role: 'system', content },
    tokens: tokens + messageOverheadTokens,
    sources,
    windows,
    cutAt: null,
    summaryId: null,
    template: templateVersion,
  };
}
