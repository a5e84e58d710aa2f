import { catalogue } from '../../shared/catalogue/catalogue';
import type { Message } from '../../shared/model/message';
import { speakerOf } from '../memory/context/templates';
import type { ChatModel } from '../memory/ports/chat-model';
import type { SummaryPlan } from '../memory/ports/summary-store';
import { isFolded } from '../memory/summary/is-folded';
import { splitByTokens, type CountedText } from '../memory/summary/split-by-tokens';
import { summariserRoom, type SummariserRoom } from '../memory/summary/summariser-room';
import { splitSegment, summaryPrompt } from '../memory/summary/summary-prompt';
import { approximateCounter } from '../memory/tokens/approximate-counter';
import { messageOverheadTokens, replyPrimingTokens } from '../memory/tokens/fixed-overhead';
import { askModel } from './ask-model';

/** What a fold is asked with. */
export interface FoldInput {
  readonly model: ChatModel;
  readonly plan: SummaryPlan;
  /** Tokens of messages the model takes at once, where its window has room for them. */
  readonly mostTokens: number;
  /** Tokens of the model's window; infinite where not known. */
  readonly windowTokens: number;
  /** Counts as the plan's messages are counted. */
  readonly count: (text: string) => Promise<number>;
  readonly signal: AbortSignal;
}

/**
 * Prior summary + run of messages → new summary, run by run, so that no run exceeds the summariser's window. A message
 * that is longer than a run is given in parts, none of its words left out.
 */
export async function foldWithModel(input: FoldInput): Promise<string> {
  const { model, plan, signal } = input;
  const room = await roomFor(input);
  const lines: CountedText[] = [];
  for (const message of plan.segment.filter(isFolded)) lines.push(...(await linesOf(message, room, input)));
  let summary = plan.parent?.text ?? null;
  for (const run of splitSegment(lines, room.runTokens)) {
    const transcript = run.map(({ text }) => text).join('\n\n');
    const messages = summaryPrompt(summary, transcript, room.summaryTokens, plan.missing);
    const request = { messages, maxTokens: room.answerTokens, temperature: 0.1, signal };
    summary = await askModel(model, request);
  }
  return summary ?? catalogue.main.emptySegment;
}

async function roomFor({ plan, mostTokens, windowTokens, count }: FoldInput): Promise<SummariserRoom> {
  const prompt = summaryPrompt(null, '', plan.maxTokens, plan.missing);
  const counts = await Promise.all(prompt.map(({ content }) => count(content)));
  const overhead = prompt.length * messageOverheadTokens + replyPrimingTokens;
  return summariserRoom({
    mostTokens,
    windowTokens,
    promptTokens: counts.reduce((sum, tokens) => sum + tokens, overhead),
    priorTokens: plan.parent === null ? null : await count(plan.parent.text),
    summaryTokens: plan.maxTokens,
  });
}

/** A message as the transcript has it: who said it, and what; in parts where it is longer than a run. */
async function linesOf(
  message: Message,
  { runTokens }: SummariserRoom,
  { count }: FoldInput,
): Promise<readonly CountedText[]> {
  const { content } = message;
  const speaker = speakerOf(message);
  // Roughly, and high: the name, the number of a part and the empty line behind it.
  const label = approximateCounter.count(`${speaker} (part 100 of 100): `) + messageOverheadTokens;
  const whole = { text: content, tokens: message.tokens ?? (await count(content)) };
  const parts = await splitByTokens(whole, Math.max(runTokens - label, Math.ceil(runTokens / 2)), count);
  return parts.map(({ text, tokens }, index) => {
    const place = parts.length === 1 ? '' : ` (part ${String(index + 1)} of ${String(parts.length)})`;
    return { text: `${speaker}${place}: ${text}`, tokens: tokens + label };
  });
}
