import { AppError, toErrorShape } from '../../shared/errors';
import type { SecondLook } from '../../shared/model/second-look';
import type { StepLatency, TurnSnapshot } from '../../shared/model/snapshot';
import type { AnswerInput } from './answer';
import type { BegunTurn } from './begun-turn';
import type { LookedAgain } from './look-again';
import type { StreamedReply } from './stream-reply';
import type { TurnPorts } from './turn-ports';

/** What ending a turn needs beside the reply. */
export interface EndInput
  extends Pick<AnswerInput, 'latencies' | 'watch' | 'tell'>, Pick<LookedAgain, 'noted' | 'first'> {}

/** Steps 6 and 7: the finished reply is stored, and with it the jobs it asks for; then the page is told. */
export async function endTurn(
  ports: TurnPorts,
  turn: BegunTurn,
  streamed: StreamedReply,
  { latencies, watch, tell, noted, first }: EndInput,
): Promise<void> {
  const { engine } = ports;
  const userId = turn.session.userId;
  const { content, state, error } = streamed;
  if (streamed.cause !== null && !(streamed.cause instanceof AppError)) logBug(ports, streamed.cause);
  watch.skip();
  const finished = await engine.finishReply({ userId, replyId: turn.reply.id, content, state, error });
  const timed = [...latencies, watch.lap('commit')];
  // A second answer without a word has given way to the first: a failure that the user need not mend.
  const back = finished.reply.id === turn.reply.id ? null : first;
  const snapshot = await completeSnapshot(ports, turn, {
    latencies: timed,
    tokensReported: back === null ? streamed.usage : back.reply.usage,
    secondLook: back === null ? noted : back.noted,
    restored: back === null ? null : back.snapshot,
  });
  ports.emit('session-changed', { session: finished.session });
  if (error === null || back !== null) tell({ kind: 'done', reply: finished.reply, snapshot });
  else tell({ kind: 'failed', reply: finished.reply, error });
  ports.onJobsEnqueued();
}

/** The snapshot's last figures are worth less than the reply: a failure here is only logged. */
async function completeSnapshot(
  ports: TurnPorts,
  turn: BegunTurn,
  figures: {
    readonly latencies: readonly StepLatency[];
    readonly tokensReported: TurnSnapshot['tokensReported'];
    readonly secondLook: SecondLook | null;
    readonly restored: TurnSnapshot | null;
  },
): Promise<TurnSnapshot | null> {
  const { userId } = turn.session;
  try {
    return await ports.engine.completeSnapshot({ userId, turnId: turn.turnId, ...figures });
  } catch (error) {
    logBug(ports, error);
    return null;
  }
}

/** Ends a turn that something other than the model broke: the reply fails with the text so far. */
export async function failTurn(
  ports: TurnPorts,
  turn: BegunTurn,
  failure: { readonly error: unknown; readonly content: string; readonly tell: AnswerInput['tell'] },
): Promise<void> {
  const error = toErrorShape(failure.error);
  const ending = { content: failure.content, state: 'failed', error } as const;
  try {
    const { userId } = turn.session;
    const finished = await ports.engine.finishReply({ userId, replyId: turn.reply.id, ...ending });
    ports.emit('session-changed', { session: finished.session });
  } catch (second) {
    // The reply stays marked as streaming; the next start ends it.
    logBug(ports, second);
  }
  failure.tell({ kind: 'failed', reply: { ...turn.reply, ...ending }, error });
}

function logBug(ports: TurnPorts, error: unknown): void {
  ports.logger.error('turn failed', { stack: error instanceof Error ? (error.stack ?? '') : String(error) });
}
