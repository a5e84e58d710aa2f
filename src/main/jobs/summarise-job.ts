import type { SessionId, UserId } from '../../shared/model/ids';
import { speakerOf } from '../memory/context/templates';
import type { ChatModel } from '../memory/ports/chat-model';
import type { ContextSettings } from '../memory/ports/recall';
import type { SummaryPlan, SummaryStore } from '../memory/ports/summary-store';
import { splitSegment, summaryPrompt } from '../memory/summary/summary-prompt';
import type { JobHandler } from './job-handler';

/** What the summariser needs. */
export interface SummariseOptions {
  readonly store: SummaryStore;
  readonly summariser: () => ChatModel;
  readonly settingsFor: (userId: UserId, sessionId: SessionId) => Promise<ContextSettings>;
  /** Tokens of messages the summariser takes at once. */
  readonly windowTokens: number;
  readonly onCommitted: (sessionId: SessionId) => void;
}

/**
 * Folds what is due into a new summary version. The old one stays in force until the new one is committed;
 * where the session moved on meanwhile nothing is committed, and the next job plans anew.
 */
export function createSummariseJob(options: SummariseOptions): JobHandler {
  const { store } = options;
  return async ({ userId, sessionId }, signal) => {
    const settings = await options.settingsFor(userId, sessionId);
    const plan = await store.planSummary({ userId, sessionId, settings });
    if (plan === null) return;
    const summariser = options.summariser();
    const isOffline = summariser.kind === 'offline';
    const text = isOffline
      ? await store.extractSummary({ plan, model: settings.model })
      : await foldWithModel(summariser, plan, options.windowTokens, signal);
    signal.throwIfAborted();
    const { parent, lastMessageId, toPosition } = plan;
    const committed = await store.commitSummary({
      userId,
      plan: { sessionId, parent, lastMessageId, toPosition },
      text,
      origin: isOffline ? 'extractive' : 'model',
      model: summariser.name,
      settings,
    });
    if (committed !== null) options.onCommitted(sessionId);
  };
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
