import { readFileSync } from 'node:fs';
import { expect, describe, it } from 'vitest';
import { createEmbedJob } from '../../src/main/jobs/embed-job';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { createFakeEmbedder } from '../fakes/fake-embedder';
import { testSettings } from '../fakes/test-settings';
import { appendTurn } from '../fakes/whole-turn';

interface Fixture {
  readonly chats: readonly {
    readonly title: string;
    readonly messages: readonly {
      readonly id: string;
      readonly role: 'user' | 'assistant';
      readonly text: string;
    }[];
  }[];
  readonly cases: readonly { readonly question: string; readonly source: string }[];
}

const { chats, cases } = JSON.parse(readFileSync('test/fixtures/languages.json', 'utf8')) as Fixture;
const firstDay = new Date(2024, 2, 4, 9).getTime();
const week = 7 * 86_400_000;

describe('recall by keyword in Chinese, Japanese, Arabic, German and mixed text', () => {
  it('puts the message that answers each of the 40 questions first, and sends it', async () => {
    const { engine, userId } = await openEngineOnDisk();
    const sessions = chats.map(({ title, messages }, chat) => ({
      key: title,
      title,
      messages: messages.map(({ role, text }, place) => ({
        role,
        author: null,
        content: text,
        createdAt: firstDay + chat * week + place * 60_000,
      })),
    }));
    await engine.importSessions({ userId, sessions });
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'user' });
    const texts = new Map(
      chats.flatMap(({ messages }) => messages.map(({ id, text }) => [id, text] as const)),
    );
    const missed: string[] = [];
    for (const { question, source } of cases) {
      const queryVector = { kind: 'none', reason: null } as const;
      const asked = { userId, sessionId, query: question, queryVector, userMessageId: null };
      const { candidates } = await engine.recall({ ...asked, settings: testSettings() });
      const [best] = candidates;
      if (best?.excerpt !== texts.get(source) || best?.verdict !== 'kept') missed.push(question);
    }
    expect(missed).toEqual([]);
  });
});

describe('a question in a script that the bundled embedder does not know', () => {
  it('is recalled by its words, and says so; a Latin one by meaning too', async () => {
    const { engine, userId } = await openEngineOnDisk();
    const embedder = createFakeEmbedder({ model: 'universal-sentence-encoder-lite-512', dimension: 8 });
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    const chat = { engine, userId, sessionId };
    for (const text of ['王芳的房间号是1806。', 'Where is the boat?', '伊藤さんは来ません。']) {
      await appendTurn(chat, { text, reply: 'Noted.' });
    }
    for (
      let job = await engine.claimJob({ now: Infinity });
      job !== null;
      job = await engine.claimJob({ now: Infinity })
    ) {
      if (job.kind === 'embed')
        await createEmbedJob(engine, () => embedder)(job, new AbortController().signal);
      await engine.completeJob({ jobId: job.id });
    }
    const { unknownScript } = catalogue.main.turn;
    for (const [query, mode, degraded] of [
      ['王芳的房间号是多少？', 'keyword', unknownScript],
      ['Где лодка?', 'keyword', unknownScript],
      ['Where is 王芳 with the boat?', 'hybrid', null],
      ['1806?', 'hybrid', null],
    ] as const) {
      const values = await embedder.embedQuery(query);
      const queryVector = { kind: 'vector', model: embedder.model, values } as const;
      const asked = { userId, sessionId, query, queryVector, userMessageId: null, settings: testSettings() };
      expect(await engine.recall(asked), query).toMatchObject({ mode, degraded });
    }
  });
});
