import { catalogue } from '../../shared/catalogue/catalogue';
import type { SessionId, UserId } from '../../shared/model/ids';
import type { Summary } from '../../shared/model/summary';
import { speakerOf } from '../memory/context/templates';
import type { OnCost } from '../memory/costs/metered-model';
import type { ChatModel } from '../memory/ports/chat-model';
import type { ContextSettings } from '../memory/ports/recall';
import type { SummaryPlan, SummaryStore } from '../memory/ports/summary-store';
import { isFolded } from '../memory/summary/is-folded';
import { splitSegment, summaryPrompt } from '../memory/summary/summary-prompt';
import { askModel } from './ask-model';
import { ofModel } from './of-model';

/** The model that works for a session in the background. */
export type ModelFor = (about: {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly onCost?: OnCost;
}) => ChatModel;

/** What a summary is written with. */
export interface WriteOptions {
  readonly store: Pick<SummaryStore, 'extractSummary' | 'commitSummary'>;
  readonly summariser: ModelFor;
  /** Tokens of messages the summariser takes at once. */
  readonly windowTokens: number;
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
    : await ofModel(() => foldWithModel(summariser, plan, options.windowTokens, signal));
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

/** Prior summary + run of messages → new summary, run by run, so that no run exceeds the summariser's window. */
async function foldWithModel(
  model: ChatModel,
  plan: SummaryPlan,
  windowTokens: number,
  signal: AbortSignal,
): Promise<string> {
  const counted = plan.segment.filter(isFolded).map((message) => ({ message, tokens: message.tokens ?? 0 }));
  let summary = plan.parent?.text ?? null;
  for (const run of splitSegment(counted, windowTokens)) {
    const transcript = run.map(({ message }) => `${speakerOf(message)}: ${message.content}`).join('\n\n');
    const messages = summaryPrompt(summary, transcript, plan.maxTokens, plan.missing);
    const request = { messages, maxTokens: plan.maxTokens * 2, temperature: 0.1, signal };
    summary = await askModel(model, request);
  }
  return summary ?? catalogue.main.emptySegment;
}
