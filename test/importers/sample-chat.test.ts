import { describe, expect, it } from 'vitest';
import { readSampleChat } from '../../src/main/importers/sample-chat';
import sample from '../../resources/sample-chat.json';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';

const day = 86_400_000;

async function openSample() {
  const disk = await openEngineOnDisk();
  const { session, questions } = await readSampleChat(disk.clock.now());
  const { added } = await disk.engine.importSessions({ userId: disk.userId, sessions: [session] });
  const sessionId = added[0]!.id;
  const ask = async (query: string) => {
    const queryVector = { kind: 'none', reason: 'by keyword' } as const;
    const about = { userId: disk.userId, sessionId, userMessageId: null, settings: testSettings() };
    const { candidates } = await disk.engine.recall({ ...about, query, queryVector });
    return candidates;
  };
  return { disk, session, questions, sessionId, ask, added };
}

describe('the sample chat', () => {
  it('is 200 messages of a user and an assistant in turn, that ended two days ago', async () => {
    const { disk, session } = await openSample();
    expect(session.messages.map(({ role }) => role)).toEqual(
      Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 'user' : 'assistant')),
    );
    const times = session.messages.map(({ createdAt }) => createdAt);
    expect(times.every((time, index) => index === 0 || time > times[index - 1]!)).toBe(true);
    expect(times.at(-1)).toBeLessThan(disk.clock.now() - day);
    expect(times.at(-1)).toBeGreaterThan(disk.clock.now() - 4 * day);
    expect(times.at(-1)! - times[0]!).toBeGreaterThan(100 * day);
  });

  it('is known as the sample wherever it is opened', async () => {
    const { added } = await openSample();
    expect(added[0]).toMatchObject({ isSample: true, title: sample.title, messageCount: 200 });
  });

  it.each(sample.questions)('answers from its beginning: $text', async ({ text, sources }) => {
    const { ask, questions } = await openSample();
    expect(questions).toContain(text);
    const kept = (await ask(text)).filter(({ verdict }) => verdict === 'kept').slice(0, 5);
    expect(kept.map(({ position }) => position).some((position) => sources.includes(position))).toBe(true);
    expect(Math.max(...sources)).toBeLessThanOrEqual(20);
  });

  it('ranks what was changed later above what was said first', async () => {
    const { ask, session } = await openSample();
    const candidates = await ask('What is the moving date?');
    const rankOf = (words: string): number => {
      const position = session.messages.findIndex(({ content }) => content.includes(words)) + 1;
      return candidates.find((candidate) => candidate.position === position)?.rank ?? Infinity;
    };
    expect(rankOf('New moving date is 26 May')).toBeLessThan(rankOf('The moving date is 12 May'));
  });
});
