import { readFileSync } from 'node:fs';
import { expect, describe, it } from 'vitest';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';

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
