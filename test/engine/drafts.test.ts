import { describe, expect, it } from 'vitest';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { appendTurn } from '../fakes/whole-turn';

async function openWithChat() {
  const disk = await openEngineOnDisk();
  const { userId } = disk;
  const { id: sessionId } = await disk.engine.createSession({ userId, recallScope: 'session' });
  const where = { userId, sessionId };
  const write = (text: string) => disk.engine.writeDraft({ ...where, text });
  const read = () => disk.engine.readDraft(where);
  return { disk, where, write, read };
}

describe('what is being written in a chat', () => {
  it('is kept as it stands over a restart and a kill, and is nobody else’s', async () => {
    const { disk, where, write, read } = await openWithChat();
    const { userId } = where;
    const other = await disk.engine.createSession({ userId, recallScope: 'session' });
    expect(await read()).toBe('');
    await write('Dear Nadia,\n\n');
    await disk.restart();
    expect(await read()).toBe('Dear Nadia,\n\n');
    await write('Dear Nadia,\n\nthe 🌱');
    await disk.kill();
    expect(await read()).toBe('Dear Nadia,\n\nthe 🌱');
    expect(await disk.engine.readDraft({ userId, sessionId: other.id })).toBe('');
  });

  it('leaves no row when it is emptied', async () => {
    const { disk, write, read } = await openWithChat();
    await write('x');
    await write('');
    await write('');
    expect(await read()).toBe('');
    expect(disk.database.prepare('SELECT count(*) FROM drafts').pluck().get()).toBe(0);
  });

  it('is gone once it is sent', async () => {
    const { disk, where, write, read } = await openWithChat();
    await write('The lighthouse');
    await appendTurn({ engine: disk.engine, ...where }, { text: 'The lighthouse' });
    expect(await read()).toBe('');
  });

  it('is out of reach while its chat is deleted, and comes back with it', async () => {
    const { disk, where, write, read } = await openWithChat();
    await write('Half a thought');
    await disk.engine.deleteSession(where);
    await expect(read()).rejects.toMatchObject({ kind: 'not-found' });
    await expect(write('x')).rejects.toMatchObject({ kind: 'not-found' });
    await disk.engine.restoreSession(where);
    expect(await read()).toBe('Half a thought');
  });
});
