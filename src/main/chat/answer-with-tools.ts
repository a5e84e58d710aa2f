import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError, toErrorShape } from '../../shared/errors';
import { answer, type AnswerInput, type Answered } from './answer';
import type { BegunTurn } from './begun-turn';
import type { StreamedReply } from './stream-reply';
import type { ToolOffer } from '../memory/ports/tool-offer';
import { runToolStep } from './tool-step';
import type { TurnPorts } from './turn-ports';

/** Times an answer may call tools before it has to do without. */
const mostSteps = 6;

/** The last answer of a turn, and the turn whose reply it is. */
export interface AnsweredTurn {
  readonly turn: BegunTurn;
  readonly answered: Answered;
}

/**
 * Steps 4 and 5 of a turn, again for as long as the answer calls tools: each time the context is built anew with what
 * they said. After {@link mostSteps} the model is asked to answer with what it has.
 */
export async function answerWithTools(
  ports: TurnPorts,
  begun: BegunTurn,
  input: AnswerInput,
  onNext: (turn: BegunTurn) => void,
): Promise<AnsweredTurn> {
  let turn = begun;
  for (let step = 1; ; step += 1) {
    const offers = offersOf(ports);
    const tools = { offers, mayCall: step <= mostSteps };
    const answered = await answer(ports, turn, { ...input, tools });
    const { reply } = answered;
    if (reply.toolCalls.length === 0) return { turn, answered };
    if (step > mostSteps) return { turn, answered: { ...answered, reply: withEnd(reply) } };
    turn = await runToolStep(ports, turn, reply, input);
    input.latencies.push(input.watch.lap('tools'));
    onNext(turn);
    if (input.signal.aborted) return { turn, answered: { ...answered, reply: stopped } };
  }
}

const stopped: StreamedReply = {
  content: '',
  state: 'stopped',
  error: null,
  usage: null,
  toolCalls: [],
  cause: null,
};

/** It was told to call no more: its words count, but where it has none it has failed. */
function withEnd(reply: StreamedReply): StreamedReply {
  if (reply.content !== '') return reply;
  const cause = new AppError('bad-response', catalogue.tools.endless(mostSteps), { retryable: true });
  return { ...reply, state: 'failed', error: toErrorShape(cause), cause };
}

/** The tools a model is told of: none for one that only quotes, or whose server has refused them. */
export function offersOf({ chatModel, tools }: Pick<TurnPorts, 'chatModel' | 'tools'>): readonly ToolOffer[] {
  const model = chatModel();
  if (model.kind === 'offline' || model.takesTools?.() === false) return [];
  return tools().map(({ tool }) => tool.offer);
}
