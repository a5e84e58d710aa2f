import { createHash } from 'node:crypto';
import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { MessageId, UserId } from '../../../shared/model/ids';
import type { RecallReport, Verdict } from '../../../shared/model/recall';
import type { BlockKind, ContextBlock, TurnSnapshot } from '../../../shared/model/snapshot';
import {
  buildContext as build,
  type ContextParts,
  type RecalledQuote,
} from '../../memory/context/build-context';
import type { BuiltContext } from '../../memory/context/built-context';
import type { ContextSettings, MemoryReader, RecalledMessage } from '../../memory/ports/recall';

import type { TokenCounter } from '../../memory/tokens/token-counter';
import { newestFirst } from '../../memory/recall/newest-first';
import { profileLine, sentFacts } from '../../memory/profile/profile-lines';
import { quoteMessage } from '../../memory/recall/quote-message';
import { speakerOf } from '../../memory/context/templates';
import type { StoredMessage } from '../../storage/tables/message-reader';
import type { EngineParts } from '../engine-parts';
import { findSession } from './find-session';
import { readFacts } from './profile-operations';
import { promptInForce } from './prompt-in-force';
import { quoteLimit } from './quote-limit';
import { readPath, type PathState } from './read-path';
import { readSteps } from './read-steps';
import { leaveOut } from './leave-out';
import { liesElsewhere } from './lies-elsewhere';
import { leftOutCut, unreadCut } from './path-cuts';

type BuildInput = Parameters<MemoryReader['buildContext']>[0];
type BuildOutput = Awaited<ReturnType<MemoryReader['buildContext']>>;

/** Messages an offline reply may quote at most. */
const offlineQuotes = 5;

/** Builds the context of a turn and stores its snapshot (DESIGN 3, step 4). */
export async function buildContext(parts: EngineParts, input: BuildInput): Promise<BuildOutput> {
  const { tables } = parts;
  const { userId, sessionId, settings } = input;
  const session = findSession(tables, userId, sessionId);
  const question = tables.reader.find(userId, input.userMessageId);
  if (question?.sessionId !== sessionId) {
    throw new AppError('not-found', catalogue.main.errors.messageNotFound);
  }
  const counter = await parts.counters.forModel(settings.model);
  const path = await readPath(parts, session, settings, question.depth);
  const recalled = keptQuotes(parts, input, path, counter);
  const whole = contextParts(parts, { path, settings }, recalled, brokenReply(parts, input));
  const lessened = leaveOut(whole, settings.leftOut, counter);
  const made = {
    ...lessened.parts,
    offers: input.offers ?? [],
    steps: await readSteps(parts, input, question),
  };
  const context = build(made, settings.budgets, counter);
  const snapshot = makeSnapshot(parts, input, path, context, question, lessened.cuts);
  parts.database.transaction(() => {
    tables.snapshots.replace(userId, snapshot);
  })();
  return {
    messages: context.blocks.filter((block) => block.isOffer !== true).map((block) => block.message),
    offersTools: context.blocks.some((block) => block.isOffer === true),
    snapshot: withTexts(snapshot, context),
    recalled: offlineSources(parts, input),
  };
}

/** What recall kept, rendered as quotes; never a message the buffer sends (invariant 4). */
export function keptQuotes(
  parts: EngineParts,
  input: Pick<BuildInput, 'userId' | 'recall' | 'settings'>,
  path: PathState,
  counter: TokenCounter,
): readonly RecalledQuote[] {
  const sent = new Set(path.tail.buffer.map((message) => message.id));
  const limit = quoteLimit(input.settings.budgets);
  return keptMessages(parts, input, sent).flatMap(({ message, focus }) => {
    const quote = quoteMessage(message, focus, limit, counter);
    return quote === null ? [] : { messageId: message.id, text: quote.text, window: quote.window };
  });
}

/** The reply that is to go on; none where it is not this session's. */
function brokenReply(parts: EngineParts, input: BuildInput): ContextParts['continuation'] {
  if (input.continues === null) return null;
  const reply = parts.tables.reader.findInLog(input.userId, input.continues);
  if (reply?.sessionId !== input.sessionId || reply.role !== 'assistant') {
    throw new AppError('not-found', catalogue.main.errors.messageNotFound);
  }
  return { id: reply.id, text: reply.content };
}

/** What goes into a context, as the path stands. */
export function contextParts(
  parts: EngineParts,
  { path, settings }: { readonly path: PathState; readonly settings: ContextSettings },
  recalled: readonly RecalledQuote[],
  continuation: ContextParts['continuation'],
): ContextParts {
  const { session, summary, tail, limits } = path;
  return {
    systemPrompt: promptInForce(parts, session, settings.model),
    profile: settings.sendsProfile === false ? null : profileLinesOf(parts, session.userId),
    summary: summary === null ? null : { id: summary.summary.id, text: summary.summary.text },
    pinned: path.pinned,
    recalled,
    buffer: tail.buffer,
    // What a strategy leaves out is not sent even where there would be room.
    waiting: limits.summarises ? tail.beyond : [],
    continuation,
  };
}

/** What is sent of the profile, as far as its share goes. */
function profileLinesOf(parts: EngineParts, userId: UserId): ContextParts['profile'] {
  return sentFacts(readFacts(parts, userId)).map((fact) => ({
    text: profileLine(fact),
    sources: fact.evidence.map(({ messageId }) => messageId),
  }));
}

interface Kept {
  readonly message: StoredMessage;
  readonly focus: number;
}

/** The messages recall kept, read anew as the user's own. */
function keptMessages(
  parts: EngineParts,
  input: Pick<BuildInput, 'userId' | 'recall'>,
  sent: ReadonlySet<MessageId>,
): readonly Kept[] {
  const kept = input.recall?.candidates.filter((candidate) => candidate.verdict === 'kept') ?? [];
  const found = kept.flatMap((candidate) => {
    if (sent.has(candidate.messageId)) return [];
    const message = parts.tables.reader.find(input.userId, candidate.messageId);
    if (message === null) return [];
    const { content, createdAt } = message;
    return { message, content, createdAt, focus: candidate.focus };
  });
  return newestFirst(found, input.recall?.query ?? '');
}

/**
 * What the model that only quotes may quote: the best candidates that were kept, and those that stand in the
 * buffer already, since it has no other way to use them.
 */
function offlineSources(parts: EngineParts, input: BuildInput): readonly RecalledMessage[] {
  const { candidates = [], floor = 0 } = input.recall ?? {};
  // What recall kept has passed its own floor; what is sent anyway is quoted only where it would have.
  return candidates
    .filter(({ verdict, score }) => verdict === 'kept' || (isSentAnyway(verdict) && score >= floor))
    .slice(0, offlineQuotes)
    .flatMap(({ messageId, focus }) => {
      const message = parts.tables.reader.find(input.userId, messageId);
      if (message === null) return [];
      const { content, createdAt } = message;
      return { messageId, author: speakerOf(message), createdAt, content, focus };
    });
}

function isSentAnyway(verdict: Verdict): boolean {
  return verdict === 'in-buffer' || verdict === 'pinned';
}

function makeSnapshot(
  parts: EngineParts,
  input: BuildInput,
  path: PathState,
  context: BuiltContext,
  question: StoredMessage,
  asked: TurnSnapshot['cuts'],
): TurnSnapshot {
  const { userId, sessionId, turnId, userMessageId, replyId, settings } = input;
  const pinned = sourcesOf(context, 'pinned');
  return {
    turnId,
    sessionId,
    userMessageId,
    replyId,
    turnNumber: parts.tables.reader.countTurns(userId, sessionId, question.depth),
    createdAt: parts.clock.now(),
    model: settings.model,
    strategy: path.strategy,
    maxContextTokens: settings.budgets.maxContextTokens,
    replyReserveTokens: settings.budgets.replyReserveTokens,
    blocks: context.blocks.map(toSnapshotBlock),
    cuts: [...context.cuts, ...unreadCut(path, pinned), ...leftOutCut(path, pinned), ...asked],
    recall: settleVerdicts(input.recall, context),
    latencies: input.latencies,
    tokensEstimated: context.tokens,
    tokensReported: null,
  };
}

/** What recall kept may yet be sent in the buffer, or find no room: the snapshot says what became of it. */
function settleVerdicts(recall: RecallReport | null, context: BuiltContext): RecallReport | null {
  if (recall === null) return null;
  const quoted = sourcesOf(context, 'recalled');
  const verbatim = new Set([...sourcesOf(context, 'buffer'), ...sourcesOf(context, 'tools')]);
  const pinned = sourcesOf(context, 'pinned');
  const became = (id: MessageId): Verdict =>
    verbatim.has(id) ? 'in-buffer' : pinned.has(id) ? 'pinned' : 'over-budget';
  const candidates = recall.candidates.map((candidate) => {
    const { verdict, messageId } = candidate;
    // What tools said since may have taken the room of what recall took for sent.
    if (verdict === 'pinned' || verdict === 'in-buffer') return { ...candidate, verdict: became(messageId) };
    if (verdict !== 'kept' || quoted.has(messageId)) return candidate;
    return { ...candidate, verdict: became(messageId) };
  });
  return { ...recall, candidates };
}

function sourcesOf(context: BuiltContext, kind: BlockKind): ReadonlySet<MessageId> {
  return new Set(context.blocks.filter((block) => block.kind === kind).flatMap((block) => block.sources));
}

/** The snapshot as it is shown: with the text of every block. */
function withTexts(snapshot: TurnSnapshot, context: BuiltContext): TurnSnapshot {
  const texts = context.blocks.map((block) => block.message.content);
  return {
    ...snapshot,
    blocks: snapshot.blocks.map((block, index) => ({ ...block, text: texts[index] ?? null })),
  };
}

function toSnapshotBlock(block: BuiltContext['blocks'][number]): ContextBlock {
  const { kind, message, tokens, sources, windows, cutAt, summaryId, template } = block;
  return {
    kind,
    role: message.role,
    tokens,
    sources,
    windows,
    cutAt,
    summaryId,
    template,
    hash: createHash('sha256').update(message.content).digest('hex'),
    text: liesElsewhere(block) ? null : message.content,
  };
}
