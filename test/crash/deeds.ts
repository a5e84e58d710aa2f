import { v7 as uuidv7 } from 'uuid';
import { createRunningTurns } from '../../src/main/chat/running-turns';
import type { Clock } from '../../src/main/memory/ports/clock';
import type { Engine } from '../../src/main/memory/ports/engine';
import { systemClock } from '../../src/main/memory/system-clock';
import { backupDatabase } from '../../src/main/storage/backup';
import type { MessageId, SessionId, TurnId, UserId } from '../../src/shared/model/ids';
import type { Message } from '../../src/shared/model/message';
import { createFakeEmbedder } from '../fakes/fake-embedder';
import { createScriptedModel } from '../fakes/scripted-model';
import { crashJobs } from './crash-jobs';
import { crashSettings, sentence } from './crash-words';
import type { Acknowledgement, CrashKind } from './kinds';
import { silent, type CrashEngine } from './open-crash-engine';

/** Says that something is so; the words are out before it returns. */
export type Acknowledge = (said: Acknowledgement) => void;

interface Place {
  readonly engine: Engine;
  readonly userId: UserId;
  readonly sessionId: SessionId;
}

/** Something done over and over until the process is killed; `round` counts from the seed. */
type Deed = (crash: CrashEngine, acknowledge: Acknowledge, place: Place, round: number) => Promise<void>;

const newTurnId = (): TurnId => uuidv7() as TurnId;

function acknowledgeMessages(acknowledge: Acknowledge, messages: readonly Message[]): void {
  for (const { id, content } of messages) acknowledge({ kind: 'message', id, content });
}

/** One turn without a model; both messages are acknowledged when they are stored for good. */
async function append(
  { engine, ...where }: Place,
  acknowledge: Acknowledge,
  round: number,
): Promise<MessageId> {
  const begin = { ...where, turnId: newTurnId(), text: sentence(round), model: 'gpt-4o' };
  const { message, reply } = await engine.beginTurn({ ...begin, replyProvenance: 'model' });
  acknowledgeMessages(acknowledge, [message]);
  const end = { userId: where.userId, replyId: reply.id, content: sentence(round + 1), error: null } as const;
  const finished = await engine.finishReply({ ...end, state: 'done' });
  acknowledgeMessages(acknowledge, [finished.reply]);
  return message.id;
}

/** The real turn with a model that talks: its time runs fast, so that checkpoints come every few milliseconds. */
async function stream(
  { engine }: CrashEngine,
  acknowledge: Acknowledge,
  place: Place,
  round: number,
): Promise<void> {
  const speed = 100;
  const clock: Clock = {
    now: () => systemClock.now(),
    monotonic: () => systemClock.monotonic() * speed,
    after: (ms, action) => systemClock.after(ms / speed, action),
  };
  const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const script = Array.from({ length: 40 }, (_, index) => [`${sentence(round + index)} `, breath]).flat();
  let ended = (): void => undefined;
  const done = new Promise<void>((resolve) => (ended = resolve));
  const turns = createRunningTurns({
    engine: {
      ...engine,
      checkpointReply: async (input) => {
        const answer = await engine.checkpointReply(input);
        acknowledge({ kind: 'prefix', id: input.replyId, content: input.content });
        return answer;
      },
    },
    embedderOf: () => createFakeEmbedder(),
    chatModel: () => createScriptedModel(script),
    settingsFor: () => crashSettings,
    temperature: () => 0,
    secondLook: () => false,
    tools: () => [],
    askUser: () => Promise.resolve('deny'),
    onWindowLearned: () => undefined,
    emit: (name, payload) => {
      if (name !== 'turn' || !('reply' in payload)) return;
      acknowledgeMessages(acknowledge, [payload.reply]);
      ended();
    },
    clock,
    logger: silent,
    onJobsEnqueued: () => undefined,
  });
  const { userId, sessionId } = place;
  const { message } = await turns.send({ userId, sessionId, turnId: newTurnId(), text: sentence(round) });
  acknowledgeMessages(acknowledge, [message]);
  await done;
}

/** Adds a user with a chat, and erases that user again. */
async function forget(
  { engine }: CrashEngine,
  acknowledge: Acknowledge,
  _place: Place,
  round: number,
): Promise<void> {
  const word = `zq${String(round)}forgettable`;
  const { id: userId } = await engine.createUser({ name: `${word} ${uuidv7()}` });
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  const begin = { userId, sessionId, turnId: newTurnId(), text: `${word} is what I said`, model: 'gpt-4o' };
  const { reply } = await engine.beginTurn({ ...begin, replyProvenance: 'model' });
  const end = { userId, replyId: reply.id, content: `${word} indeed`, error: null } as const;
  await engine.finishReply({ ...end, state: 'done' });
  await engine.deleteUser({ userId });
  await engine.eraseDeletedUsers({});
  acknowledge({ kind: 'erased', userId, word });
}

/** Puts a version beside the last question, then another answer beside its answer, then goes back a version. */
async function edit(place: Place, acknowledge: Acknowledge, round: number): Promise<void> {
  const { engine, userId, sessionId } = place;
  const messageId = await append(place, acknowledge, round);
  const beginning = { turnId: newTurnId(), replyProvenance: 'model', model: 'gpt-4o' } as const;
  const edited = await engine.editTurn({
    ...beginning,
    userId,
    sessionId,
    messageId,
    text: sentence(round + 5),
  });
  acknowledgeMessages(acknowledge, [edited.message]);
  const finish = async (replyId: MessageId, content: string): Promise<void> => {
    const finished = await engine.finishReply({ userId, replyId, content, state: 'done', error: null });
    acknowledgeMessages(acknowledge, [finished.reply]);
  };
  await finish(edited.reply.id, sentence(round + 6));
  const again = { ...beginning, turnId: newTurnId(), userId, sessionId, messageId: edited.reply.id };
  const regenerated = await engine.regenerateTurn(again);
  await finish(regenerated.reply.id, sentence(round + 7));
  await engine.stepVersion({ userId, sessionId, messageId: regenerated.reply.id, step: -1 });
}

const deeds: Readonly<Record<Exclude<CrashKind, 'migrate'>, Deed>> = {
  append: async (_crash, acknowledge, place, round) => {
    await append(place, acknowledge, round);
  },
  stream,
  embed: async ({ engine }, acknowledge, place, round) => {
    await append(place, acknowledge, round);
    await crashJobs(engine).run('embed');
  },
  summarise: async ({ engine }, acknowledge, place, round) => {
    for (const step of [0, 1, 2]) await append(place, acknowledge, round + step);
    await crashJobs(engine).run('summarise');
  },
  edit: (_crash, acknowledge, place, round) => edit(place, acknowledge, round),
  forget,
  'back-up': async ({ opened, folder }, acknowledge, place, round) => {
    await append(place, acknowledge, round);
    const messages = Number(opened.database.prepare('SELECT count(*) FROM messages').pluck().get());
    const path = await backupDatabase(opened.database.name, folder.backups, { keep: 3, now: Date.now() });
    acknowledge({ kind: 'backup', path, messages });
  },
};

/** Does one kind of thing for ever, in two chats of the default user. */
export async function doUntilKilled(
  crash: CrashEngine,
  kind: Exclude<CrashKind, 'migrate'>,
  acknowledge: Acknowledge,
  seed: number,
): Promise<never> {
  const { engine } = crash;
  const { id: userId } = await engine.defaultUser({});
  const chats = await Promise.all([0, 1].map(() => engine.createSession({ userId, recallScope: 'session' })));
  acknowledge({ kind: 'ready' });
  for (let round = seed; ; round += 10) {
    const { id: sessionId } = chats[round % 20 === 0 ? 0 : 1] ?? chats[0]!;
    await deeds[kind](crash, acknowledge, { engine, userId, sessionId }, round);
  }
}
