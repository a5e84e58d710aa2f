import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { workOffJobs } from '../../bench/fill-memory';
import { createRandom, syntheticSessions } from '../../bench/synthetic-chats';
import { createEngine } from '../../src/main/engine/create-engine';
import type { Engine } from '../../src/main/memory/ports/engine';
import { systemClock } from '../../src/main/memory/system-clock';
import { ensureDataFolder } from '../../src/main/storage/data-folder';
import { openDatabase } from '../../src/main/storage/open-database';
import type { UserId } from '../../src/shared/model/ids';
import { measureStage } from './measure';
import { reportOf } from './report';
import { keepState, readState } from './state';
import { measureWholeFile } from './whole-file';

// npm run test:load: many users, chats and messages; see docs/load-tests.md. `-- --messages N --sessions N --users N` sets
// the size, `--fresh` begins anew, `--minutes N` ends after that time: the next run goes on.

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '20' },
    sessions: { type: 'string', default: '2000' },
    messages: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '40' },
    stages: { type: 'string', default: '10' },
    minutes: { type: 'string', default: '600' },
    fresh: { type: 'boolean', default: false },
    report: { type: 'string', default: 'docs/load-tests.md' },
  },
});
const size = {
  users: Number(values.users),
  sessions: Number(values.sessions),
  messages: Number(values.messages),
};
const perChat = Math.ceil(size.messages / size.sessions);
const perStage = Math.max(1, Math.floor(size.sessions / Number(values.stages)));
const project = join(import.meta.dirname, '../..');
const root = join(project, 'test-results/load');
const stateFile = join(root, 'state.json');
const state = readState(stateFile, JSON.stringify(size), values.fresh);
if (state.chats === 0) rmSync(join(root, 'data'), { recursive: true, force: true });
const folder = ensureDataFolder(join(root, 'data'));

const silent = { debug: noop, info: noop, warn: console.warn, error: console.error };
function noop(): void {
  // Only the figures are wanted.
}

const opened = await openDatabase({ path: folder.database, clock: systemClock });
const engine = createEngine({
  opened,
  clock: systemClock,
  logger: silent,
  vectorFileOf: ({ userId, sessionId }, model) => folder.vectorFile(userId, sessionId, model),
});
const second = await openDatabase({ path: folder.database, clock: systemClock });
const opener = createEngine({
  opened: second,
  clock: systemClock,
  logger: silent,
  vectorFileOf: () => null,
  limits: { sessions: 1, bytes: 64 * 1024 * 1024 },
});
await engine.warmUp({ model: 'gpt-4o' });
await opener.warmUp({ model: 'gpt-4o' });

/** Users by number, made where an earlier run has not. */
async function makeUsers(): Promise<readonly UserId[]> {
  const { users } = await engine.listUsers({});
  const known = new Map(users.map(({ name, id }) => [name, id]));
  const ids: UserId[] = [];
  for (let number = 0; number < size.users; number += 1) {
    const name = `Load ${String(number + 1)}`;
    ids.push(known.get(name) ?? (await engine.createUser({ name })).id);
  }
  return ids;
}

async function addChat(number: number, userId: UserId): Promise<void> {
  const [chat] = syntheticSessions(perChat, perChat, number + 1);
  if (chat === undefined) return;
  // A chat that was written just before an earlier run ended is known by its key and left out.
  await engine.importSessions({ userId, sessions: [chat] });
  await workOffJobs(engine, createRandom(number));
}

async function measure(userId: UserId): Promise<void> {
  const sessionIds = await listChats(engine, userId);
  const counts = {
    messages: state.chats * perChat,
    own: sessionIds.length * perChat,
    rounds: Number(values.rounds),
  };
  const stage = await measureStage(
    { engine, opener, userId, sessionIds, databasePath: folder.database },
    counts,
  );
  state.stages.push(stage);
  process.stdout.write(`${JSON.stringify(stage)}\n`);
}

async function listChats(from: Engine, userId: UserId) {
  return (await from.listExported({ userId })).toSorted();
}

const users = await makeUsers();
const until = performance.now() + Number(values.minutes) * 60_000;
let last = performance.now();
while (state.chats < size.sessions && performance.now() < until) {
  const userId = users[state.chats % users.length]!;
  await addChat(state.chats, userId);
  state.chats += 1;
  if (state.chats % perStage === 0) await measure(users[0]!);
  state.seconds += (performance.now() - last) / 1_000;
  last = performance.now();
  if (state.chats % 20 === 0) keepState(stateFile, state);
}
keepState(stateFile, state);
await opener.close({});
await engine.close({});
if (state.chats >= size.sessions) {
  state.wholeFile = await measureWholeFile(folder, users[0]!, silent);
  keepState(stateFile, state);
}
writeFileSync(resolve(project, values.report), reportOf(state, size));
