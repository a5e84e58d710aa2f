import type { SessionId, UserId } from '../../shared/model/ids';
import { speakerOf } from '../memory/context/templates';
import type { ChatModel } from '../memory/ports/chat-model';
import type { ContextSettings } from '../memory/ports/recall';
import type { SummaryPlan, SummaryStore } from '../memory/ports/summary-store';
import { splitSegment, summaryPrompt } from '../memory/summary/summary-prompt';
import type { JobHandler } from './job-handler';
import { ofModel } from './of-model';

/** What the summariser needs. */
export interface SummariseOptions {
  readonly store: SummaryStore;
  readonly summariser: (about: { readonly userId: UserId; readonly sessionId: SessionId }) => ChatModel;
  readonly settingsFor: (userId: UserId, sessionId: SessionId) => Promise<ContextSettings>;
  /** Tokens of messages the summariser takes at once. */
  readonly windowTokens: number;
  readonly onCommitted: (sessionId: SessionId) => void;
}

/**
 * Folds what is due into new summary versions, one after the other: each takes the older half, so that a chat that
 * was imported whole needs several. The old version stays in force until the new one is committed; where the
 * session moved on meanwhile nothing is committed, and the next job plans anew.
 */
export function createSummariseJob(options: SummariseOptions): JobHandler {
  const { store, settingsFor } = options;
  return async ({ userId, sessionId }, signal) => {
    const settings = await settingsFor(userId, sessionId);
    for (;;) {
      const plan = await store.planSummary({ userId, sessionId, settings });
      if (plan === null || !(await fold(options, { userId, plan, settings }, signal))) return;
    }
  };
}

/** Writes one version; whether it was committed. */
async function fold(
  { store, summariser: currentSummariser, windowTokens, onCommitted }: SummariseOptions,
  { userId, plan, settings }: { userId: UserId; plan: SummaryPlan; settings: ContextSettings },
  signal: AbortSignal,
): Promise<boolean> {
  const summariser = currentSummariser({ userId, sessionId: plan.sessionId });
  const isOffline = summariser.kind === 'offline';
  const text = isOffline
    ? await store.extractSummary({ plan, model: settings.model })
    : await ofModel(() => foldWithModel(summariser, plan, windowTokens, signal));
  signal.throwIfAborted();
  const { sessionId, parent, lastMessageId, rangeHash, toPosition } = plan;
  const committed = await store.commitSummary({
    userId,
    plan: { sessionId, parent, lastMessageId, rangeHash, toPosition },
    text,
    origin: isOffline ? 'extractive' : 'model',
    model: summariser.name,
    settings,
  });
  if (committed !== null) onCommitted(sessionId);
  return committed !== null;
}

/** Prior summary + run of messages → new summary, run by run, so that no run exceeds the summariser's window. */
async function foldWithModel(
  model: ChatModel,
  plan: SummaryPlan,
  windowTokens: number,
  signal: AbortSignal,
): Promise<string> {
  const counted = plan.segment.map((message) => ({ message, tokens: message.tokens ?? 0 }));
  let summary = plan.parent?.text ?? null;
  for (const run of splitSegment(counted, windowTokens)) {
    const transcript = run.map(({ message }) => `${speakerOf(message)}: ${message.content}`).join('\n\n');
    const messages = summaryPrompt(summary, transcript, plan.maxTokens);
    let text = '';
    const request = { messages, recalled: [], maxTokens: plan.maxTokens * 2, temperature: 0.1, signal };
    for await (const chunk of model.stream(request)) if (chunk.kind === 'text') text += chunk.text;
    summary = text.trim();
  }
  return summary ?? '';
}
