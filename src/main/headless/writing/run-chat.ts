import { headless as words } from '../../../shared/catalogue/en/headless';
import type { TurnEvent } from '../../../shared/contract/events';
import { AppError } from '../../../shared/errors';
import type { UserId } from '../../../shared/model/ids';
import type { Message } from '../../../shared/model/message';
import type { TurnSnapshot } from '../../../shared/model/snapshot';
import type { AnswerSource, ChatResult, Task, TaskContext, WritingProgram } from './task';

type Ended = Extract<TurnEvent, { kind: 'done' | 'failed' }>;

/** The events of turns, from before the one that is waited for is known; what is told ends when its user leaves the screen. */
function followTurns(program: WritingProgram, owner: UserId) {
  const heard: TurnEvent[] = [];
  const state = { isLeft: false };
  let wake: () => void = () => undefined;
  const stop = program.listen((event) => {
    if (event.name === 'turn') heard.push(event.payload);
    else if (event.name === 'users-changed') state.isLeft ||= event.payload.activeId !== owner;
    else return;
    wake();
  });
  const next = async (): Promise<TurnEvent> => {
    for (;;) {
      const event = heard.shift();
      if (event !== undefined) return event;
      if (state.isLeft) throw new AppError('conflict', words.userLeft);
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return { next, stop };
}

/** Nobody is at the window to be asked, so that what needs approval is refused. */
async function refuse(
  program: WritingProgram,
  messages: readonly Message[],
  { report, signal }: TaskContext,
): Promise<void> {
  for (const { id: messageId, sessionId, metadata } of messages) {
    if (metadata?.tool?.status !== 'asking') continue;
    report({ kind: 'notice', text: words.refusedTool(metadata.tool.name) });
    await program.handlers()['tools.answer']({ sessionId, messageId, answer: 'deny' }, { signal });
  }
}

function sourcesOf(snapshot: TurnSnapshot | null): readonly AnswerSource[] {
  const kept = snapshot?.recall?.candidates.filter(({ verdict }) => verdict === 'kept') ?? [];
  return kept.map(({ messageId, sessionId, sessionTitle: chat, author, role, createdAt, excerpt }) => {
    return { messageId, sessionId, chat, author, role, createdAt, excerpt };
  });
}

/** Sends one message and follows its answer to the end. */
export async function runChat(
  program: WritingProgram,
  { sessionId: asked, text, recallsAll }: Extract<Task, { kind: 'chat' }>,
  context: TaskContext,
): Promise<ChatResult> {
  const { report, signal } = context;
  const handlers = program.handlers();
  const call = { signal: new AbortController().signal };
  const { id: sessionId, userId } = await (asked === null
    ? handlers['sessions.create'](recallsAll ? { recallScope: 'user' } : {}, call)
    : handlers['sessions.get']({ sessionId: asked }, call));
  const turns = followTurns(program, userId);
  try {
    const { turnId } = await handlers['chat.send']({ sessionId, text }, call);
    const stop = (): void => void handlers['chat.stop']({ turnId }, call);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    let ended: Ended | null = null;
    while (ended === null) {
      const event = await turns.next();
      if (event.turnId !== turnId) continue;
      if (event.kind === 'delta') report({ kind: 'text', text: event.text });
      if (event.kind === 'again') report({ kind: 'notice', text: words.lookedAgain });
      if (event.kind === 'waiting') report({ kind: 'notice', text: event.error.message });
      if (event.kind === 'tools') await refuse(program, event.messages, context);
      if (event.kind === 'done' || event.kind === 'failed') ended = event;
    }
    signal.removeEventListener('abort', stop);
    if (ended.kind === 'failed') throw AppError.fromShape(ended.error);
    const { reply, snapshot } = ended;
    return {
      kind: 'chat',
      sessionId,
      question: text,
      answer: reply.content,
      model: snapshot?.model ?? null,
      sources: sourcesOf(snapshot),
      tokens: snapshot?.tokensEstimated ?? null,
    };
  } finally {
    turns.stop();
  }
}
