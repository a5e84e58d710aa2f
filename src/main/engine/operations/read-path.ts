import type { Strategy } from '../../../shared/model/session';
import { fitPinned } from '../../memory/context/fit-pinned';
import { bufferLimits, planTail, type BufferLimits, type TailPlan } from '../../memory/path/plan-path';
import type { ContextSettings } from '../../memory/ports/recall';
import { messageOverheadTokens } from '../../memory/tokens/fixed-overhead';
import type { StoredSession } from '../../storage/tables/session-table';
import type { EngineParts } from '../engine-parts';
import type { Slot } from '../session-memory';
import { countMessages, type CountedMessage } from './count-messages';
import { currentSummary, type CurrentSummary } from './current-summary';

/** Where the messages of a session's active path are: in the summary, in the buffer, or past its limits. */
export interface PathState {
  readonly session: StoredSession;
  readonly strategy: Strategy;
  readonly limits: BufferLimits;
  /** Null where there is none, or where the strategy does not use it. */
  readonly summary: CurrentSummary | null;
  /** The end of the path as far as it can matter; its messages carry their tokens and positions. */
  readonly tail: TailPlan<CountedMessage>;
  /** Pinned messages above the buffer, which does not send them; in path order. */
  readonly pinned: readonly CountedMessage[];
  /** Messages between the summary and the tail that were not even read: they cannot fit. */
  readonly unread: UnreadRun;
}

/** Positions, first and last, of what was not read, excluded messages among them, and the tokens to send the rest. */
interface UnreadRun {
  readonly first: number;
  readonly last: number;
  readonly countTokens: () => number;
}

/** Which summary stands for the beginning of a path. */
type SummaryOf = typeof currentSummary;

const pageSize = 100;

/**
 * Reads the end of a session's active path up to (and with) a depth, as far back as could be sent.
 *
 * Reading stops once the tokens exceed the whole budget, so that a turn costs the same in a session of a
 * hundred and of a hundred thousand messages.
 */
export async function readPathAnew(
  parts: EngineParts,
  session: StoredSession,
  settings: ContextSettings,
  throughDepth: number,
  findSummary: SummaryOf = currentSummary,
): Promise<PathState> {
  const { reader } = parts.tables;
  const { userId, id: sessionId } = session;
  const pinned = await readPinned(parts, session, settings, throughDepth);
  const besideTokens = pinned.tokens + (settings.toolTokens ?? 0);
  const limits = bufferLimits(settings.strategy, settings.budgets, besideTokens);
  const summary = limits.summarises ? findSummary(parts.tables, userId, session) : null;
  const afterDepth = summary?.lastDepth ?? 0;

  const newestFirst: CountedMessage[] = [];
  let tokens = 0;
  let beforeDepth = throughDepth + 1;
  for (;;) {
    const page = reader.newestBetween(userId, sessionId, afterDepth, beforeDepth, pageSize);
    const counted = await countMessages(parts, page, settings.model);
    newestFirst.push(...counted);
    tokens += counted.reduce((sum, message) => sum + message.tokens, 0);
    beforeDepth = page.at(-1)?.depth ?? beforeDepth;
    if (page.length < pageSize || tokens > settings.budgets.maxContextTokens) break;
  }
  const { factor } = await parts.counters.forModel(settings.model);
  const before = reader.countBefore(userId, sessionId, beforeDepth);
  const summarised = afterDepth === 0 ? 0 : reader.countBefore(userId, sessionId, afterDepth + 1);
  // Added up only where a cut is recorded: it reads every one of them.
  const countTokens = (): number => {
    const unread = reader.totalBetween(userId, sessionId, afterDepth, beforeDepth);
    return Math.ceil(unread.tokens * factor) + unread.count * messageOverheadTokens;
  };
  const messages = newestFirst
    .toReversed()
    // Written into what was just read: hundreds of copies would cost more than the reading.
    .map((message, index) => Object.assign(message, { position: before + index + 1 }))
    .filter((message) => !message.excluded);
  const tail = planTail(messages, limits);
  const sent = new Set(tail.buffer.map((message) => message.id));
  return {
    session,
    strategy: settings.strategy,
    limits,
    summary,
    tail,
    pinned: pinned.messages.filter((message) => !sent.has(message.id)),
    unread: { first: summarised + 1, last: before, countTokens },
  };
}

/** Ids, numbers and the object around the words of a message, roughly. */
const messageBytes = 400;

/** Path states in a session's memory; strings are counted at two bytes a character. */
const pathSlot: Slot<PathState> = {
  bytesOf: ({ tail, pinned, summary }) => {
    const messages = [...tail.buffer, ...tail.beyond, ...pinned];
    const words = messages.reduce((sum, message) => sum + message.content.length, 0);
    return 2 * (words + (summary?.summary.text.length ?? 0)) + messages.length * messageBytes;
  },
};

/**
 * The same from the session's memory, where it was read under these settings since the last change. Nothing read in a
 * transaction is kept: it may be rolled back.
 */
export async function readPath(
  parts: EngineParts,
  session: StoredSession,
  settings: ContextSettings,
  throughDepth: number,
): Promise<PathState> {
  const { registry } = parts.memories;
  const key = { userId: session.userId, sessionId: session.id };
  const memory = registry.of(key);
  const { factor } = await parts.counters.forModel(settings.model);
  const name = JSON.stringify([settings, throughDepth, factor]);
  const known = memory.read(pathSlot, name);
  if (known !== null) return known;
  const { revision } = memory;
  const path = await readPathAnew(parts, session, settings, throughDepth);
  if (!parts.database.inTransaction) {
    memory.keep(pathSlot, name, path, revision);
    registry.resized(key);
  }
  return path;
}

/** More pinned messages than these are not looked at: their share is full long before. */
const maxPinned = 200;

/** The pinned messages, and the tokens they may take beside the buffer at most. */
async function readPinned(
  parts: EngineParts,
  { userId, id }: StoredSession,
  settings: ContextSettings,
  throughDepth: number,
): Promise<{ readonly messages: readonly CountedMessage[]; readonly tokens: number }> {
  const pinned = parts.tables.reader.pinnedThrough(userId, id, throughDepth, maxPinned);
  if (pinned.length === 0) return { messages: [], tokens: 0 };
  const messages = await countMessages(parts, pinned, settings.model);
  const counter = await parts.counters.forModel(settings.model);
  return { messages, tokens: fitPinned(messages, settings.budgets.pinnedTokens, counter).tokens };
}
