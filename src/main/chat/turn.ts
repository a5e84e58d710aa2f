import { AppError } from '../../shared/errors';
import type { MessageId, SessionId, TurnId, UserId } from '../../shared/model/ids';
import type { RecallReport } from '../../shared/model/recall';
import type { StepLatency } from '../../shared/model/snapshot';
import { meteredEmbedder } from '../memory/costs/metered-embedder';
import { answerWithTools, offersOf } from './answer-with-tools';
import type { BegunTurn } from './begun-turn';
import { embedQuery } from './embed-query';
import { endTurn, failTurn } from './end-turn';
import { lookAgain } from './look-again';
import { lookBefore } from './look-before';
import { recallOrDegrade } from './recall-step';
import { replyOrigin } from './reply-origin';
import { startStopwatch } from './stopwatch';
import { createTeller } from './turn-events';
import type { TurnPorts } from './turn-ports';

/** Step 1: commits the question before anything is sent anywhere (invariant 6). Errors: `not-found`, `conflict`. */
export async function beginTurn(
  ports: TurnPorts,
  input: { userId: UserId; sessionId: SessionId; turnId: TurnId; text: string },
): Promise<BegunTurn> {
  const begun = await ports.engine.beginTurn({ ...input, ...replyOrigin(ports) });
  ports.emit('session-changed', { session: begun.session });
  return { turnId: input.turnId, ...begun, continues: null };
}

/** Step 1 where the question is there already: its failed or stopped reply gives way to a new one. */
export async function beginRetry(
  ports: TurnPorts,
  input: { userId: UserId; sessionId: SessionId; turnId: TurnId; replyId: MessageId; keepText: boolean },
): Promise<BegunTurn> {
  const begun = await ports.engine.retryTurn({ ...input, ...replyOrigin(ports) });
  ports.emit('session-changed', { session: begun.session });
  return { turnId: input.turnId, ...begun, continues: input.keepText ? input.replyId : null };
}

/** The steps within recall, as the engine timed them. */
function stepsOf({ times = {} }: RecallReport): readonly StepLatency[] {
  return (['vector', 'keyword', 'rank'] as const).flatMap((step) => {
    const ms = times[step];
    return ms === undefined ? [] : [{ step, ms: Math.round(ms * 100) / 100 }];
  });
}

/**
 * The rest of a turn, top to bottom (DESIGN 3): embed the question, recall, build the context and stream the
 * reply, store it, enqueue what is left to do. Never throws: what goes wrong ends in the reply.
 */
export async function runTurn(ports: TurnPorts, turn: BegunTurn, signal: AbortSignal): Promise<void> {
  const { engine, clock, logger } = ports;
  const { turnId, session, message } = turn;
  const userId = session.userId;
  const tell = createTeller(ports.emit, turnId, session.id);
  const watch = startStopwatch(clock);
  let written = turn.reply.content;
  let current = turn;
  try {
    const settings = { ...ports.settingsFor(session), leftOut: turn.leftOut };

    // 2 · embed the question, within its deadline
    const embedder = meteredEmbedder(ports.embedderOf(userId), ports, {
      userId,
      sessionId: session.id,
      turnId,
    });
    const readNames = () => engine.listAuthors({ userId, sessionId: session.id });
    const queryVector = await embedQuery(embedder, { text: message.content, readNames }, clock, signal);
    const latencies: StepLatency[] = [watch.lap('embed')];

    // 3 · recall
    const about = { userId, sessionId: session.id, userMessageId: message.id, settings };
    const first = await recallOrDegrade(engine, { ...about, query: message.content, queryVector }, logger);
    latencies.push(watch.lap('recall'), ...stepsOf(first));
    const recall = await lookBefore(ports, turn, { settings, recall: first });
    if (recall !== first) latencies.push(watch.lap('second-look'));

    // 4 and 5 · build the context inside the budget, with its snapshot; stream the reply, checkpointed as it grows;
    // where it calls tools, run them and go on with what they said
    const onTurn = (next: BegunTurn): void => {
      current = next;
      written = '';
    };
    const input = { settings, recall, latencies, watch, tell, signal, costKind: 'reply' as const };
    const called = await answerWithTools(ports, turn, input, onTurn);
    written = called.answered.reply.content;

    // 5 once more, where the reply says that information is missing and memory finds some
    const again = { ...input, tools: { offers: offersOf(ports), mayCall: false }, onTurn };
    const looked = await lookAgain(ports, called.turn, called.answered, again);
    written = looked.answered.reply.content;

    // 6 and 7 · store the reply; its background jobs are enqueued in the same transaction
    await endTurn(ports, looked.turn, looked.answered.reply, { ...looked, latencies, watch, tell });
  } catch (error) {
    if (!(error instanceof AppError)) {
      logger.error('turn failed', { stack: error instanceof Error ? (error.stack ?? '') : String(error) });
    }
    await failTurn(ports, current, { error, content: written, tell });
  }
}
