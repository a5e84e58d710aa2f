import SqliteDatabase from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calls, type CallName } from '../../src/shared/contract/calls';
import type { JobId, UserId } from '../../src/shared/model/ids';
import { openWholeProgram, type WholeProgram } from '../fakes/whole-program';
import { callProbes, secret, type TheirThings } from './call-probes';

const names = Object.keys(calls) as readonly CallName[];

/** Asks and waits for the whole answer. */
async function converse({ call, heard }: WholeProgram, sessionId: TheirThings['sessionId'], text: string) {
  const ended = heard((event) => event.name === 'turn' && event.payload.kind === 'done');
  const started = await call('chat.send', { sessionId, text });
  await ended;
  return started;
}

/** Waits until no background work of the active user is left. */
async function jobsEnded({ call, heard }: WholeProgram): Promise<void> {
  for (;;) {
    const changed = heard(({ name }) => name === 'jobs-changed');
    const jobs = await call('memory.jobs', {});
    if (jobs.every(({ state }) => state === 'done' || state === 'dead')) return;
    await changed;
  }
}

/** Chats, draft, prompts and turns of the active user, all of which hold the mark. */
async function fill(program: WholeProgram, mark: string): Promise<TheirThings> {
  const { call } = program;
  await call('prompts.write', { sessionId: null, text: `${mark} prompt of all chats` });
  const { id: sessionId } = await call('sessions.create', { recallScope: 'user' });
  await call('sessions.update', { sessionId, title: `${mark} lighthouse` });
  let started = await converse(program, sessionId, `${mark} The lighthouse of Porto is blue.`);
  for (const year of [1901, 1902, 1903]) {
    started = await converse(program, sessionId, `${mark} The lighthouse was painted in ${String(year)}.`);
  }
  await call('prompts.write', { sessionId, text: `${mark} prompt` });
  const { id: summaryId } = await call('summaries.compact', { sessionId });
  await converse(program, sessionId, `${mark} indeed. I live in Z${mark.replace(',', '')}.`);
  // A message that is sent takes the draft along.
  await call('drafts.write', { sessionId, text: `${mark} draft` });
  const file = { sessionId, name: `${mark}.txt`, text: `${mark} lighthouse` };
  const { id: draftFileId } = await call('drafts.attach', file);
  const [preset] = await call('presets.save', { id: null, name: mark, text: `${mark} preset` });
  const words = `${mark} case`;
  const [kept] = await call('cases.add', { replyId: started.reply.id, expectedId: null, words });
  await call('profile.distil', {});
  await jobsEnded(program);
  const { facts } = await call('profile.read', {});
  const [job] = await call('memory.jobs', {});
  const { message, reply, turnId } = started;
  return {
    sessionId,
    questionId: message.id,
    replyId: reply.id,
    turnId,
    jobId: job!.id as JobId,
    summaryId,
    factId: facts[0]!.id,
    draftFileId,
    presetId: preset!.id,
    caseId: kept!.id,
  };
}

/** All rows that are a user's, by table. */
function rowsOf(folder: string, userId: UserId): unknown {
  const database = new SqliteDatabase(join(folder, 'engram.db'), { readonly: true });
  const tables = [
    'sessions',
    'messages',
    'chunks',
    'summaries',
    'snapshots',
    'drafts',
    'draft_files',
    'prompts',
    'presets',
    'recall_cases',
    'facts',
  ];
  const rows = tables.map((table) =>
    database.prepare(`SELECT * FROM ${table} WHERE user_id = ? ORDER BY rowid`).all(userId),
  );
  database.close();
  return rows;
}

describe('isolation at the border to the page', () => {
  it('has a probe for every call of the contract', () => {
    expect(Object.keys(callProbes).toSorted()).toEqual([...names].toSorted());
  });

  it(
    'answers no call of one user with a word of another, tells the page none, and changes nothing of theirs',
    { timeout: 120_000 },
    async () => {
      const program = await openWholeProgram();
      const { call, ask, events } = program;
      const { user: first } = await call('app.start', {});
      const theirs = await fill(program, secret);
      const { users } = await call('users.add', { name: 'Somebody else' });
      await call('users.switch', { userId: users.find(({ id }) => id !== first.id)!.id });
      const mine = await fill(program, 'Well,');
      const before = rowsOf(program.folder, first.id);
      expect(JSON.stringify(before)).toContain(secret);
      events.length = 0;
      for (const name of names) {
        const probe = callProbes[name] as (theirs: TheirThings, mine: TheirThings) => readonly unknown[];
        for (const input of probe(theirs, mine)) {
          const reply = await ask(name, input);
          const said = JSON.stringify(reply, (key, value: unknown) => (key === 'query' ? null : value));
          expect(said, name).not.toContain(secret);
          for (const id of [theirs.questionId, theirs.replyId, theirs.sessionId, theirs.turnId]) {
            expect(said, name).not.toContain(id);
          }
          if (!reply.ok)
            expect(['not-found', 'conflict'], `${name}: ${reply.error.message}`).toContain(reply.error.kind);
        }
        expect(rowsOf(program.folder, first.id), name).toEqual(before);
      }
      expect(JSON.stringify(events)).not.toContain(theirs.sessionId);
      expect(JSON.stringify(events)).not.toContain(secret);
      // Back again, everything is as it was.
      await call('users.switch', { userId: first.id });
      const { sessionId } = theirs;
      const page = await call('messages.page', { sessionId, anchor: { kind: 'newest' }, limit: 50 });
      expect(page.messages).toHaveLength(10);
      const draft = await call('drafts.read', { sessionId: theirs.sessionId });
      expect(draft).toMatchObject({ text: `${secret} draft`, files: [{ id: theirs.draftFileId }] });
    },
  );
});
