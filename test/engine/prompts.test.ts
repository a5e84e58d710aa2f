import { describe, expect, it } from 'vitest';
import { defaultSystemPrompt } from '../../src/main/memory/context/templates';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { askTurn } from '../fakes/whole-turn';

async function openWithChat() {
  const disk = await openEngineOnDisk();
  const { userId } = disk;
  const { id: sessionId } = await disk.engine.createSession({ userId, recallScope: 'session' });
  const read = (scope: typeof sessionId | null) => disk.engine.readPrompt({ userId, sessionId: scope });
  const write = (scope: typeof sessionId | null, text: string) =>
    disk.engine.writePrompt({ userId, sessionId: scope, text });
  const sent = async (): Promise<string> => {
    const { context } = await askTurn(
      { engine: disk.engine, userId, sessionId },
      { text: 'Hello' },
      testSettings(),
    );
    return context.messages[0]!.content.split('\n\n')[0]!;
  };
  return { disk, userId, sessionId, read, write, sent };
}

describe('the system prompt', () => {
  it('of a chat is its own, else that of all chats, else the program’s', async () => {
    const { sessionId, read, write, sent } = await openWithChat();
    const none = { text: '', versions: [], inherited: defaultSystemPrompt };
    expect([await read(null), await read(sessionId)]).toEqual([none, none]);
    expect(await sent()).toBe(defaultSystemPrompt);
    await write(null, 'Be brief.');
    expect(await read(sessionId)).toEqual({ ...none, inherited: 'Be brief.' });
    expect(await sent()).toBe('Be brief.');
    const own = await write(sessionId, 'Be kind.');
    expect(own).toMatchObject({ text: 'Be kind.', inherited: 'Be brief.' });
    expect(await sent()).toBe('Be kind.');
    expect(await read(null)).toMatchObject({ text: 'Be brief.', inherited: defaultSystemPrompt });
    await write(sessionId, '');
    expect(await sent()).toBe('Be brief.');
    await write(null, ' \n ');
    expect(await read(null)).toMatchObject({ text: '', inherited: defaultSystemPrompt });
    expect(await sent()).toBe(defaultSystemPrompt);
  });

  it('keeps its versions, the newest first, over a restart', async () => {
    const { disk, sessionId, read, write } = await openWithChat();
    const start = disk.clock.now();
    await write(sessionId, 'One');
    disk.clock.advance(1_000);
    await write(sessionId, '');
    disk.clock.advance(1_000);
    await write(sessionId, 'One');
    await write(null, 'Of all');
    await disk.restart();
    expect(await read(sessionId)).toEqual({
      text: 'One',
      inherited: 'Of all',
      versions: [
        { version: 3, text: 'One', createdAt: start + 2_000 },
        { version: 2, text: '', createdAt: start + 1_000 },
        { version: 1, text: 'One', createdAt: start },
      ],
    });
    expect((await read(null)).versions).toMatchObject([{ version: 1, text: 'Of all' }]);
  });

  it('gets no version for the text it has, nor for an empty first one', async () => {
    const { sessionId, write } = await openWithChat();
    expect((await write(sessionId, '')).versions).toEqual([]);
    await write(sessionId, 'One');
    expect((await write(sessionId, 'One')).versions).toHaveLength(1);
    await write(sessionId, '');
    expect((await write(sessionId, '   ')).versions).toHaveLength(2);
  });

  it('shows its last twenty versions', async () => {
    const { write } = await openWithChat();
    for (let index = 1; index < 25; index += 1) await write(null, `Version ${String(index)}`);
    const { versions } = await write(null, 'Version 25');
    expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, at) => 25 - at));
  });

  it('of a chat that is deleted, or of another user, is not found', async () => {
    const { disk, userId, sessionId, write } = await openWithChat();
    await write(sessionId, 'Mine');
    const stranger = disk.addUser('Stranger');
    const foreign = { userId: stranger, sessionId };
    await expect(disk.engine.readPrompt(foreign)).rejects.toMatchObject({ kind: 'not-found' });
    const writing = disk.engine.writePrompt({ ...foreign, text: 'Theirs' });
    await expect(writing).rejects.toMatchObject({ kind: 'not-found' });
    await disk.engine.deleteSession({ userId, sessionId });
    await expect(write(sessionId, 'x')).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('of all chats is one for each user', async () => {
    const { disk, write, read } = await openWithChat();
    const stranger = disk.addUser('Stranger');
    await write(null, 'Mine');
    await disk.engine.writePrompt({ userId: stranger, sessionId: null, text: 'Theirs' });
    expect(await read(null)).toMatchObject({ text: 'Mine', versions: [{ version: 1 }] });
  });
});
