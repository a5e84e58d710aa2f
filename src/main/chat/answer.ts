import type { RecallReport } from '../../shared/model/recall';
import type { StepLatency, TurnSnapshot } from '../../shared/model/snapshot';
import { meteredModel } from '../memory/costs/metered-model';
import { ContextOverflowError } from '../memory/ports/context-overflow-error';
import type { ToolOffer } from '../memory/ports/tool-offer';
import type { ContextSettings } from '../memory/ports/recall';
import type { BegunTurn } from './begun-turn';
import { withinWindow } from './fit-window';
import type { Stopwatch } from './stopwatch';
import { streamReply, type StreamedReply } from './stream-reply';
import type { TurnEventBody } from './turn-events';
import type { TurnPorts } from './turn-ports';

/** What steps 2 and 3 leave to steps 4 and 5, and what the steps share. */
export interface AnswerInput {
  readonly settings: ContextSettings;
  readonly recall: RecallReport;
  /** Grows by the steps done here. */
  readonly latencies: StepLatency[];
  readonly watch: Stopwatch;
  readonly tell: (event: TurnEventBody) => void;
  readonly signal: AbortSignal;
  /** What the model's call is kept account of as. */
  readonly costKind: 'reply' | 'second-look';
  /** The tools the model is told of, and whether it may still call them. */
  readonly tools?: OfferedTools;
}

/** See {@link AnswerInput}. */
export interface OfferedTools {
  readonly offers: readonly ToolOffer[];
  readonly mayCall: boolean;
}

/**
 * Steps 4 and 5 of a turn. A context that the model finds too long is built once more, smaller, and sent again; what
 * that taught of the model's window holds for the turns to come.
 */
export async function answer(ports: TurnPorts, turn: BegunTurn, input: AnswerInput): Promise<Answered> {
  // What it begins with comes first of its text, so that who only listens hears all of it.
  if (turn.reply.content !== '') input.tell({ kind: 'delta', text: turn.reply.content });
  const first = await attempt(ports, turn, input);
  const { reply } = first;
  const isOverflow = reply.cause instanceof ContextOverflowError && reply.content === turn.reply.content;
  if (!isOverflow || input.signal.aborted) return first;
  const told = reply.cause.windowTokens;
  const budgets = withinWindow(input.settings.budgets, first.snapshot.tokensEstimated, told);
  ports.onWindowLearned(input.settings.model, budgets.maxContextTokens);
  return attempt(ports, turn, { ...input, settings: { ...input.settings, budgets } });
}

/** A reply and what it was asked with. */
export interface Answered {
  readonly reply: StreamedReply;
  /** What was sent. */
  readonly snapshot: TurnSnapshot;
}

async function attempt(ports: TurnPorts, turn: BegunTurn, input: AnswerInput): Promise<Answered> {
  const { engine, clock } = ports;
  const { session, message, reply, turnId, continues } = turn;
  const { settings, recall, latencies, watch, tell, signal } = input;
  const userId = session.userId;

  // 4 · build the context inside the budget; its snapshot is stored in the same step
  const about = { userId, sessionId: session.id, userMessageId: message.id, settings };
  const offers = input.tools?.offers ?? [];
  const build = { ...about, turnId, replyId: reply.id, recall, continues, latencies, offers };
  const context = await engine.buildContext(build);
  latencies.push(watch.lap('build'));
  tell({ kind: 'context', snapshot: { ...context.snapshot, latencies: [...latencies] } });

  // 5 · stream the reply, checkpointed as it grows
  const { messages, recalled, snapshot } = context;
  const maxTokens = settings.budgets.replyReserveTokens;
  const tools = context.offersTools ? { tools: offers, mayCallTools: input.tools?.mayCall ?? false } : {};
  const request = { messages, recalled, maxTokens, temperature: ports.temperature(), ...tools, signal };
  const purpose = { userId, sessionId: session.id, turnId, kind: input.costKind } as const;
  const model = meteredModel(ports.chatModel(), ports, purpose);
  const streamed = await streamReply(model, request, clock, {
    begunWith: reply.content,
    delta: (text) => tell({ kind: 'delta', text }),
    waiting: (wait) => tell({ ...wait, kind: 'waiting' }),
    checkpoint: (content) => engine.checkpointReply({ userId, replyId: reply.id, content }),
    firstToken: () => latencies.push(watch.lap('first-token')),
  });
  // A request that broke off tells nothing of how long a reply takes.
  const took = watch.lap('reply');
  if (streamed.state === 'done') latencies.push(took);
  return { reply: streamed, snapshot };
}
