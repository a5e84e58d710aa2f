import type { SessionId, UserId } from '../../shared/model/ids';
import type { Summary } from '../../shared/model/summary';
import type { OnCost } from '../memory/costs/metered-model';
import type { ChatModel } from '../memory/ports/chat-model';
import { ContextOverflowError } from '../memory/ports/context-overflow-error';
import type { ContextSettings, MemoryReader } from '../memory/ports/recall';
import type { SummaryPlan, SummaryStore } from '../memory/ports/summary-store';
import { foldWithModel } from './fold-with-model';
import { ofModel } from './of-model';

/** Times a fold is tried with less, and how much of what was too long is tried next. */
const mostShrinks = 3;
const shrink = 0.6;
/** Summaries that a request has room for beside the messages: the one so far, and twice that for the answer. */
const overheadShare = 3;

/** The model that works for a session in the background. */
export type ModelFor = (about: {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly onCost?: OnCost;
}) => ChatModel;

/** What a summary is written with. */
export interface WriteOptions {
  readonly store: Pick<SummaryStore, 'extractSummary' | 'commitSummary'> & Pick<MemoryReader, 'countTokens'>;
  readonly summariser: ModelFor;
  /** Tokens of messages the summariser takes at once, where its window has room for them. */
  readonly windowTokens: number;
  /** Tokens of a model's window as far as it is known: infinite where it is not, and where absent. */
  readonly windowOf?: (model: string) => number;
  /** Called when a model's server named its window. */
  readonly onWindowLearned?: (model: string, windowTokens: number) => void;
  readonly onChanged: (sessionId: SessionId) => void;
}

/** What is written, for whom. */
export interface WriteInput {
  readonly userId: UserId;
  readonly plan: SummaryPlan;
  readonly settings: ContextSettings;
  readonly signal: AbortSignal;
}

/**
 * Writes one version as its plan says and puts it in force; null where the session moved on meanwhile. The old version
 * stays in force until then.
 */
export async function writeSummary(options: WriteOptions, input: WriteInput): Promise<Summary | null> {
  const { store, onChanged } = options;
  const { userId, plan, settings, signal } = input;
  let costMicrocents: number | null = 0;
  const onCost: OnCost = (microcents) => {
    costMicrocents = costMicrocents === null || microcents === null ? null : costMicrocents + microcents;
  };
  const summariser = options.summariser({ userId, sessionId: plan.sessionId, onCost });
  const isOffline = summariser.kind === 'offline';
  const text = isOffline
    ? await store.extractSummary({ plan, model: settings.model })
    : await ofModel(() => foldWithin(options, summariser, input));
  signal.throwIfAborted();
  const { sessionId, parent, replaces, retryOf, lastMessageId, rangeHash } = plan;
  const committed = await store.commitSummary({
    userId,
    plan: { sessionId, parent, replaces, retryOf, lastMessageId, rangeHash },
    text,
    origin: isOffline ? 'extractive' : 'model',
    model: summariser.name,
    costMicrocents,
    settings,
  });
  if (committed !== null) onChanged(sessionId);
  return committed;
}

/**
 * Folds within the window as far as it is known. A model that finds a request too long is asked anew within what its server
 * named, which holds for the requests to come, or else with less and less.
 */
async function foldWithin(options: WriteOptions, model: ChatModel, input: WriteInput): Promise<string> {
  const { plan, settings, signal } = input;
  const count = (text: string) => options.store.countTokens({ text, model: settings.model });
  const about = { model, plan, mostTokens: options.windowTokens, count, signal };
  let windowTokens = options.windowOf?.(model.name) ?? Infinity;
  for (let left = mostShrinks; ; left -= 1) {
    try {
      return await foldWithModel({ ...about, windowTokens });
    } catch (error) {
      if (!(error instanceof ContextOverflowError) || left === 0) throw error;
      const sent = Math.min(windowTokens, options.windowTokens + plan.maxTokens * overheadShare);
      const named = error.windowTokens;
      // What is said to fit, and did not by our count, is no help.
      const isHelp = named !== null && named < sent;
      windowTokens = isHelp ? named : Math.floor(sent * shrink);
      if (isHelp) options.onWindowLearned?.(model.name, named);
    }
  }
}
