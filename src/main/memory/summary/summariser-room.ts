/** What is known of a summariser and of what it is to be asked, in tokens. */
export interface SummariserNeeds {
  /** What of messages it takes at once at most, however large its window is. */
  readonly mostTokens: number;
  /** All it can read and write; infinite where not known. */
  readonly windowTokens: number;
  /** The prompt without a summary and without messages. */
  readonly promptTokens: number;
  /** The summary so far; null where there is none yet. */
  readonly priorTokens: number | null;
  /** What a summary may take. */
  readonly summaryTokens: number;
}

/** How a summariser's window is shared out, in tokens. */
export interface SummariserRoom {
  /** Messages it is given at once. */
  readonly runTokens: number;
  /** The limit of its answer: twice what is asked for, so that one that is a little long is not cut off. */
  readonly answerTokens: number;
  /** The summary it is asked for. */
  readonly summaryTokens: number;
}

/** With less in a run nothing could be made of a message. */
const leastRunTokens = 256;
/** The answer's share of a window at most. */
const answerShare = 0.25;

/** Shares out a window: messages have what the prompt, the summary so far and the answer leave. */
export function summariserRoom(needs: SummariserNeeds): SummariserRoom {
  const { mostTokens, windowTokens, promptTokens, priorTokens } = needs;
  const answerTokens = Math.min(needs.summaryTokens * 2, Math.floor(windowTokens * answerShare));
  const summaryTokens = Math.floor(answerTokens / 2);
  // From the second run on there is a summary so far.
  const left = windowTokens - promptTokens - Math.max(priorTokens ?? 0, summaryTokens) - answerTokens;
  return { runTokens: Math.max(leastRunTokens, Math.min(mostTokens, left)), answerTokens, summaryTokens };
}
