import { describe, expect, it } from 'vitest';
import { createAnswerNotices, type AnswerNotice } from '../../src/main/electron/answer-notices';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import type { EventEnvelope } from '../../src/shared/contract/events';
import { sessionIdSchema, type SessionId } from '../../src/shared/model/ids';

const chat = sessionIdSchema.parse('0193d1f0-0000-7000-8000-000000000001');
const temporary = sessionIdSchema.parse('0193d1f0-0000-7000-8000-000000000002');
const gone = sessionIdSchema.parse('0193d1f0-0000-7000-8000-000000000003');
const { asking, done, failed } = catalogue.native.answered;

function setUp({ isAway = true, isWanted = true } = {}) {
  const shown: (AnswerNotice & { choose: () => void; isOpen: boolean })[] = [];
  const opened: SessionId[] = [];
  const hear = createAnswerNotices({
    isAway: () => isAway,
    isWanted: () => isWanted,
    titleOf: (sessionId) =>
      sessionId === gone
        ? Promise.reject(new Error('There is no such chat'))
        : Promise.resolve(sessionId === temporary ? null : 'Axolotls'),
    show: (notice, choose) => {
      const entry = { ...notice, choose, isOpen: true };
      shown.push(entry);
      return () => {
        entry.isOpen = false;
      };
    },
    onChosen: (sessionId) => opened.push(sessionId),
  });
  const end = (kind: 'done' | 'failed' | 'delta', sessionId = chat) =>
    // Only what the notices look at.
    hear({ name: 'turn', payload: { kind, sessionId } } as unknown as EventEnvelope);
  return { shown, opened, hear, end };
}

describe('the notice of an answer that ended', () => {
  it('names the chat and how it ended, and opens it when it is chosen', async () => {
    const { shown, opened, end } = setUp();
    await end('delta');
    expect(shown).toEqual([]);
    await end('done');
    expect(shown[0]).toMatchObject({ title: done, body: 'Axolotls' });
    shown[0]!.choose();
    expect(opened).toEqual([chat]);
    await end('failed');
    expect(shown[1]).toMatchObject({ title: failed, body: 'Axolotls' });
  });

  it('tells of a tool that waits for permission, and of no tool that does not', async () => {
    const { shown, hear } = setUp();
    const tools = (status: string) => ({
      name: 'turn',
      payload: { kind: 'tools', sessionId: chat, messages: [{}, { metadata: { tool: { status } } }] },
    });
    await hear(tools('running') as unknown as EventEnvelope);
    expect(shown).toEqual([]);
    await hear(tools('asking') as unknown as EventEnvelope);
    expect(shown[0]).toMatchObject({ title: asking, body: 'Axolotls' });
  });

  it('is not shown for a chat that was deleted while it was being answered', async () => {
    const { shown, end } = setUp();
    await end('failed', gone);
    expect(shown).toEqual([]);
  });

  it('tells nothing of a temporary chat but that it answered', async () => {
    const { shown, end } = setUp();
    await end('done', temporary);
    expect(shown[0]).toMatchObject({ title: done, body: '' });
  });

  it.each([{ isAway: false }, { isWanted: false }])('is not shown with %j', async (state) => {
    const { shown, end } = setUp(state);
    await end('done');
    expect(shown).toEqual([]);
  });

  it('gives way to the next of its chat, and goes with the chat or the user', async () => {
    const { shown, hear, end } = setUp();
    await end('done');
    await end('done');
    expect(shown.map(({ isOpen }) => isOpen)).toEqual([false, true]);
    await hear({ name: 'session-removed', payload: { sessionId: chat } });
    expect(shown.map(({ isOpen }) => isOpen)).toEqual([false, false]);
    await end('done');
    await hear({ name: 'users-changed', payload: {} } as unknown as EventEnvelope);
    expect(shown.map(({ isOpen }) => isOpen)).toEqual([false, false, false]);
  });
});
