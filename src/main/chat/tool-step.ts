import { catalogue } from '../../shared/catalogue/catalogue';
import type { Message } from '../../shared/model/message';
import type { ToolAnswer } from '../../shared/model/message-metadata';
import type { AnswerInput } from './answer';
import type { BegunTurn } from './begun-turn';
import { embedQuery } from './embed-query';
import type { RuledTool } from './ruled-tool';
import { runTool, type ToolOutcome } from './run-tool';
import type { StreamedReply } from './stream-reply';
import type { TurnPorts } from './turn-ports';

const words = catalogue.tools.told;
/** Calls of one answer that are run; the rest is told to ask again. */
const mostCalls = 8;

type StepInput = Pick<AnswerInput, 'settings' | 'tell' | 'signal' | 'watch'>;

/**
 * One step of the tool loop: the answer that calls tools is stored, each call is run (with the user's word where it
 * has an effect), and each result is stored as a message. Returns the turn with the reply that follows.
 */
export async function runToolStep(
  ports: TurnPorts,
  turn: BegunTurn,
  streamed: StreamedReply,
  input: StepInput,
): Promise<BegunTurn> {
  const { engine } = ports;
  const { turnId, session } = turn;
  const tools = new Map(ports.tools().map((ruled) => [ruled.tool.offer.name, ruled]));
  const begun = await engine.beginToolCalls({
    userId: session.userId,
    sessionId: session.id,
    turnId,
    replyId: turn.reply.id,
    content: streamed.content,
    calls: streamed.toolCalls.map((call) => ({
      ...call,
      provenance: tools.get(call.name)?.tool.repeatsMemory === false ? 'tool' : 'memory-tool',
    })),
    model: ports.chatModel().name,
  });
  ports.emit('session-changed', { session: begun.session });
  input.tell({ kind: 'tools', messages: [begun.calling, ...begun.results, begun.reply] });
  for (const [index, result] of begun.results.entries()) {
    const ruled = tools.get(result.metadata?.tool?.name ?? '');
    await runCall(
      ports,
      turn,
      { result, ruled, isTooMany: index >= mostCalls, known: [...tools.keys()] },
      input,
    );
  }
  return { ...turn, session: begun.session, reply: begun.reply, continues: null };
}

interface Call {
  readonly result: Message;
  readonly ruled: RuledTool | undefined;
  readonly isTooMany: boolean;
  readonly known: readonly string[];
}

async function runCall(ports: TurnPorts, turn: BegunTurn, call: Call, input: StepInput): Promise<void> {
  const { engine } = ports;
  const { result } = call;
  const place = { userId: turn.session.userId, sessionId: turn.session.id, messageId: result.id };
  const { outcome, answer } = await settleCall(ports, turn, call, input);
  const message = await engine.finishToolCall({ ...place, ...outcome, answer });
  input.tell({ kind: 'tools', messages: [message] });
}

interface Settled {
  readonly outcome: ToolOutcome;
  readonly answer: ToolAnswer | null;
}

async function settleCall(
  ports: TurnPorts,
  turn: BegunTurn,
  { result, ruled, isTooMany, known }: Call,
  input: StepInput,
): Promise<Settled> {
  const failed = (content: string): Settled => ({
    outcome: { status: 'failed', content, ms: null },
    answer: null,
  });
  const run = result.metadata?.tool;
  if (isStopped(input)) return failed(words.stopped);
  if (isTooMany) return failed(words.tooMany(mostCalls));
  if (ruled === undefined || run === undefined) return failed(words.unknown(run?.name ?? '', known));
  const answer = await permission(ports, turn, result, ruled, input);
  const denied = { status: 'denied', ms: null } as const;
  if (answer === 'deny') return { outcome: { ...denied, content: words.denied }, answer };
  if (answer === 'unanswered') {
    const content = isStopped(input) ? words.stopped : words.unanswered;
    return { outcome: { ...denied, content }, answer: null };
  }
  const { clock, logger } = ports;
  const { userId, id: sessionId } = turn.session;
  const readNames = () => ports.engine.listAuthors({ userId, sessionId });
  const context = {
    engine: ports.engine,
    userId,
    sessionId,
    settings: input.settings,
    embedQuery: (text: string, signal: AbortSignal) =>
      embedQuery(ports.embedderOf(userId), { text, readNames }, clock, signal),
    now: () => clock.now(),
  };
  const outcome = await runTool(ruled.tool, run, context, { clock, logger, signal: input.signal });
  return { outcome, answer };
}

/** Asked anew each time: it may come true while something is waited for. */
function isStopped({ signal }: StepInput): boolean {
  return signal.aborted;
}

/** The user's word on a call: null where none is needed, since it has no effect or he allowed it for the chat. */
async function permission(
  { engine, askUser }: TurnPorts,
  turn: BegunTurn,
  result: Message,
  { tool, rule }: RuledTool,
  { tell, signal, watch }: StepInput,
): Promise<ToolAnswer | 'unanswered' | null> {
  if (!tool.hasEffect) return null;
  const { userId, id: sessionId } = turn.session;
  const { name } = tool.offer;
  if (rule === 'ask' && (await engine.isToolAllowed({ userId, sessionId, name }))) return null;
  const place = { userId, sessionId, messageId: result.id };
  const asking = await engine.markToolCall({ ...place, status: 'asking', answer: null });
  const answer = await watch.apart(() => {
    const asked = askUser(result.id, signal);
    tell({ kind: 'tools', messages: [asking] });
    return asked;
  });
  if (answer === 'unanswered' || answer === 'deny') return answer;
  const given = answer === 'always' && rule !== 'ask' ? 'once' : answer;
  const running = await engine.markToolCall({ ...place, status: 'running', answer: given });
  tell({ kind: 'tools', messages: [running] });
  return given;
}
