import { AppError, toErrorShape } from '../../shared/errors';
import type { SessionId, TurnId, UserId } from '../../shared/model/ids';
import type { Message } from '../../shared/model/message';
import type { Session } from '../../shared/model/session';
import type { StepLatency, TurnSnapshot } from '../../shared/model/snapshot';
import { embedQuery } from './embed-query';
import { recallOrDegrade } from './recall-step';
import { startStopwatch, type Stopwatch } from './stopwatch';
import { streamReply, type StreamedReply } from './stream-reply';
import { createTeller, type TurnEventBody } from './turn-events';
import type { TurnPorts } from './turn-ports';

/** One turn that was begun: its question is committed, its reply is an empty message that streams. */
export interface BegunTurn {
  readonly turnId: TurnId;
  readonly session: Session;
  readonly message: Message;
  readonly reply: Message;
}

/** Step 1: commits the question before anything is sent anywhere (invariant 6). Errors: `not-found`, `conflict`. */
export async function beginTurn(
  ports: TurnPorts,
  input: { userId: UserId; sessionId: SessionId; turnId: TurnId; text: string },
): Promise<BegunTurn> {
  const model = ports.chatModel();
  const replyProvenance = model.kind === 'offline' ? 'offline' : 'model';
  const begun = await ports.engine.beginTurn({ ...input, replyProvenance, model: model.name });
  ports.emit('session-changed', { session: begun.session });
  return { turnId: input.turnId, ...begun };
}

/**
 * The rest of a turn, top to bottom (DESIGN 3): embed the question, recall, build the context, stream the reply,
 * store it, enqueue what is left to do. Never throws: what goes wrong ends in the reply.
 */
export async function runTurn(ports: TurnPorts, turn: BegunTurn, signal: AbortSignal): Promise<void> {
  const { engine, clock } = ports;
  const { turnId, session, message } = turn;
  const userId = session.userId;
  const tell = createTeller(ports.emit, turnId, session.id);
  const watch = startStopwatch(clock);
  let written = turn.reply.content;
  try {
    const settings = ports.settingsFor(session);

    // 2 · embed the question, within its deadline
    const queryVector = await embedQuery(ports.embedderOf(userId), message.content, clock, signal);
    const latencies: StepLatency[] = [watch.lap('embed')];

    // 3 · recall
    const about = { userId, sessionId: session.id, userMessageId: message.id, settings };
    const query = { ...about, query: message.content, queryVector };
    const recall = await recallOrDegrade(engine, query, ports.logger);
    latencies.push(watch.lap('recall'));

    // 4 · build the context inside the budget; its snapshot is stored in the same step
    const build = { ...about, turnId, replyId: turn.reply.id, recall, latencies };
    const context = await engine.buildContext(build);
    latencies.push(watch.lap('build'));
    tell({ kind: 'context', snapshot: { ...context.snapshot, latencies } });

    // 5 · stream the reply, checkpointed as it grows
    const request = {
      messages: context.messages,
      recalled: context.recalled,
      maxTokens: settings.budgets.replyReserveTokens,
      signal,
    };
    const reply = await streamReply(ports.chatModel(), request, clock, {
      delta: (text) => {
        tell({ kind: 'delta', text });
      },
      checkpoint: (content) => engine.checkpointReply({ userId, replyId: turn.reply.id, content }),
      firstToken: () => latencies.push(watch.lap('first-token')),
    });

    written = reply.content;

    // 6 and 7 · store the reply; its background jobs are enqueued in the same transaction
    await endTurn(ports, turn, reply, latencies, watch, tell);
  } catch (error) {
    await failTurn(ports, turn, error, written, tell);
  }
}

async function endTurn(
  ports: TurnPorts,
  turn: BegunTurn,
  reply: StreamedReply,
  latencies: StepLatency[],
  watch: Stopwatch,
  tell: (event: TurnEventBody) => void,
): Promise<void> {
  const { engine } = ports;
  const userId = turn.session.userId;
  const { content, state, error } = reply;
  if (reply.cause !== null && !(reply.cause instanceof AppError)) logBug(ports, reply.cause);
  const finished = await engine.finishReply({ userId, replyId: turn.reply.id, content, state, error });
  const timed = [
    ...latencies.filter((lap) => lap.step === 'build' || lap.step === 'first-token'),
    watch.lap('reply'),
  ];
  const snapshot = await completeSnapshot(ports, turn, timed, reply.usage);
  ports.emit('session-changed', { session: finished.session });
  if (error === null) tell({ kind: 'done', reply: finished.reply, snapshot });
  else tell({ kind: 'failed', reply: finished.reply, error });
  ports.onJobsEnqueued();
}

/** The snapshot's last figures are worth less than the reply: a failure here is only logged. */
async function completeSnapshot(
  ports: TurnPorts,
  turn: BegunTurn,
  latencies: readonly StepLatency[],
  tokensReported: TurnSnapshot['tokensReported'],
): Promise<TurnSnapshot | null> {
  const { userId } = turn.session;
  try {
    return await ports.engine.completeSnapshot({ userId, turnId: turn.turnId, latencies, tokensReported });
  } catch (error) {
    logBug(ports, error);
    return null;
  }
}

async function failTurn(
  ports: TurnPorts,
  turn: BegunTurn,
  cause: unknown,
  content: string,
  tell: (event: TurnEventBody) => void,
): Promise<void> {
  if (!(cause instanceof AppError)) logBug(ports, cause);
  const error = toErrorShape(cause);
  const ending = { content, state: 'failed', error } as const;
  try {
    const { userId } = turn.session;
    const finished = await ports.engine.finishReply({ userId, replyId: turn.reply.id, ...ending });
    ports.emit('session-changed', { session: finished.session });
  } catch (second) {
    // The reply stays marked as streaming; the next start ends it.
    logBug(ports, second);
  }
  tell({ kind: 'failed', reply: { ...turn.reply, ...ending }, error });
}

function logBug(ports: TurnPorts, error: unknown): void {
  ports.logger.error('turn failed', { stack: error instanceof Error ? (error.stack ?? '') : String(error) });
}
