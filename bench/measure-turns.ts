import { v7 as uuidv7 } from 'uuid';
import type { Engine } from '../src/main/memory/ports/engine';
import { turnIdSchema, type UserId } from '../src/shared/model/ids';
import { standardBudgets } from '../src/shared/settings';
import { benchModel, workOffJobs, type FilledMemory } from './fill-memory';
import { createRandom, question, randomVector, sentence } from './synthetic-chats';
import type { Timed } from './timed-steps';

const settings = {
  budgets: standardBudgets,
  strategy: 'hybrid',
  model: 'gpt-4o',
} as const;

/** What nobody asks for anything after an answer at least, so that what waits for that is done. */
const restMs = 400;
/** How long a chat is looked at before the first question. */
const openedMs = 5_000;

/** Times the steps of turns in the largest chat, recall there and across all chats, by keyword alone and with vectors. */
export async function measureTurns(
  engine: Engine,
  { userId, largest }: FilledMemory,
  turns: number,
  timed: Timed,
): Promise<void> {
  await engine.warmUp({ model: settings.model });
  // As the program does when a chat is opened; what the first question would wait for, here or across all, is read then.
  await engine.updateSession({ userId, sessionId: largest, changes: { recallScope: 'user' } });
  await engine.previewContext({ userId, sessionId: largest, settings });
  await new Promise((resolve) => setTimeout(resolve, openedMs));
  for (let turn = 0; turn < turns; turn += 1) await oneTurn(engine, { userId, largest }, turn, timed);
  await lookThrough(engine, userId, timed);
}

/** Every step of a look through memory: none may hold up a turn that waits behind it. */
async function lookThrough(engine: Engine, userId: UserId, timed: Timed): Promise<void> {
  let scan = await timed('hygiene, begin', () => engine.scanHygiene({ userId, scanId: null }));
  while (scan.findings === null) {
    const { scanId } = scan;
    scan = await timed('hygiene, 200 read', () => engine.scanHygiene({ userId, scanId }));
  }
}

async function oneTurn(
  engine: Engine,
  { userId, largest: sessionId }: FilledMemory,
  turn: number,
  timed: Timed,
): Promise<void> {
  const random = createRandom(1_000 + turn);
  const text = sentence(random, 9);
  const turnId = turnIdSchema.parse(uuidv7());
  const page = { userId, sessionId, limit: 60, anchor: { kind: 'newest' } } as const;
  const { message, reply } = await timed('commit', () =>
    engine.beginTurn({ userId, sessionId, turnId, text, replyProvenance: 'model', model: settings.model }),
  );
  const about = { userId, sessionId, userMessageId: message.id, settings };
  const asked = question(random);
  const values = randomVector(random, benchModel.dimension);
  const byWords = { kind: 'none', reason: null } as const;
  const byBoth = { kind: 'vector', model: benchModel.name, values } as const;
  const recalling = (query: string, queryVector: typeof byWords | typeof byBoth) => () =>
    engine.recall({ ...about, query, queryVector });
  await engine.updateSession({ userId, sessionId, changes: { recallScope: 'session' } });
  await timed('question, chat, words', recalling(asked, byWords));
  await timed('question, chat', recalling(asked, byBoth));
  await engine.updateSession({ userId, sessionId, changes: { recallScope: 'user' } });
  await timed('question, all, words', recalling(asked, byWords));
  await timed('question, all', recalling(asked, byBoth));
  const recall = await timed('common words, all', recalling(text, byBoth));
  const build = { ...about, turnId, replyId: reply.id, recall, continues: null, latencies: [] };
  await timed('build and snapshot', () => engine.buildContext(build));
  await timed('checkpoint', () => engine.checkpointReply({ userId, replyId: reply.id, content: text }));
  const ending = { content: `${text} ${text}`, state: 'done', error: null } as const;
  await timed('finish reply', () => engine.finishReply({ userId, replyId: reply.id, ...ending }));
  await workOffJobs(engine, random);
  await new Promise((resolve) => setTimeout(resolve, restMs));
  await timed('page of 60', () => engine.pageMessages(page));
  await timed('list of 60 chats', () => engine.listSessions({ userId, cursor: null, limit: 60 }));
  await timed('search as you type', () =>
    engine.searchMessages({ userId, sessionId: null, query: text.slice(0, 9), limit: 30 }),
  );
}
