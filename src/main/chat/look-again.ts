import type { SecondLook } from '../../shared/model/second-look';
import { saysMissing } from '../memory/second-look/says-missing';
import { toErrorShape } from '../../shared/errors';
import { answer, type AnswerInput, type Answered } from './answer';
import type { BegunTurn } from './begun-turn';
import { takeSecondLook } from './second-look';
import type { TurnPorts } from './turn-ports';

/** The turn as it goes on: with its first reply, or with the one that took its place. */
export interface LookedAgain {
  readonly turn: BegunTurn;
  readonly answered: Answered;
  /** What a second look did that found nothing new: to be noted with the turn. */
  readonly noted: SecondLook | null;
  /** The first answer, which gave way; null where none did. */
  readonly first: FirstAnswer | null;
}

/** An answer that is the turn's again where the second one ends without a word. */
export interface FirstAnswer extends Answered {
  /** What is noted of the second look then. */
  readonly noted: SecondLook;
}

/**
 * The second look: a reply that says information is missing makes memory look once more, and what that finds is
 * answered from, once. The first reply stays in the log, superseded, and comes back where the second ends without a
 * word. `onTurn` is told as soon as another reply streams.
 */
export async function lookAgain(
  ports: TurnPorts,
  turn: BegunTurn,
  answered: Answered,
  input: AnswerInput & { readonly onTurn: (turn: BegunTurn) => void },
): Promise<LookedAgain> {
  const { latencies, recall, settings, watch, tell } = input;
  const asItIs = { turn, answered, noted: null, first: null };
  const { reply } = answered;
  const mayLook = ports.secondLook() && ports.chatModel().kind === 'server' && turn.continues === null;
  if (!mayLook || reply.state !== 'done' || input.signal.aborted) return asItIs;
  const sentence = saysMissing(reply.content);
  if (sentence === null) return asItIs;

  const cause = {
    reason: 'reply-says-missing',
    sentence,
    firstReplyId: turn.reply.id,
    firstTokens: { estimated: answered.snapshot.tokensEstimated, reported: reply.usage },
  } as const;
  const looked = await takeSecondLook(ports, turn, { settings, recall, cause });
  if (looked?.secondLook === undefined) return asItIs;
  const noted = { ...looked.secondLook, firstReplyId: null, firstTokens: null };
  if (noted.found.length === 0) {
    latencies.push(watch.lap('second-look'));
    return { ...asItIs, noted };
  }
  const { id: sessionId, userId } = turn.session;
  const about = { userId, sessionId, replyId: turn.reply.id, content: reply.content };
  const { session, reply: next } = await ports.engine.supersedeReply(about);
  const again = { ...turn, session, reply: next };
  input.onTurn(again);
  tell({ kind: 'again', reply: next });
  latencies.push(watch.lap('second-look'));
  const second = { ...input, recall: looked, costKind: 'second-look' as const };
  const better = await answer(ports, again, second).catch((cause: unknown) => broken(answered, cause));
  return { turn: again, answered: better, noted: null, first: { ...answered, noted } };
}

/** A second answer that something other than the model broke: the first must come back all the same. */
function broken({ snapshot }: Answered, cause: unknown): Answered {
  const error = toErrorShape(cause);
  return { snapshot, reply: { content: '', state: 'failed', error, usage: null, toolCalls: [], cause } };
}
