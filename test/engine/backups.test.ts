import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { appendTurn } from '../fakes/whole-turn';

const dayMs = 86_400_000;

async function openWithChat() {
  const disk = await openEngineOnDisk();
  const { engine, userId } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  await appendTurn({ engine, userId, sessionId }, { text: 'My boat is called Ada.', reply: 'Noted.' });
  return { disk, engine, userId, sessionId };
}

describe('backups', () => {
  it('are made daily once there is data of a day, and the oldest go', async () => {
    const { disk, engine } = await openWithChat();
    expect(await engine.backUp({ keep: 2, isDue: true })).toBeNull();
    for (let day = 0; day < 4; day += 1) {
      // The clock of the files is the system's: what is there is always of now.
      disk.clock.advance(Date.now() + 2 * dayMs - disk.clock.now());
      expect(await engine.backUp({ keep: 2, isDue: true })).toMatchObject({ kind: 'scheduled' });
      disk.clock.advance(1_000);
    }
    expect(await engine.listBackups({})).toHaveLength(2);
  });

  it('tell what they hold beside what is there now, and go when they are deleted', async () => {
    const { engine, userId, sessionId } = await openWithChat();
    const { name } = (await engine.backUp({ keep: 5, isDue: false }))!;
    await appendTurn({ engine, userId, sessionId }, { text: 'She is 9 metres long.', reply: 'Fine.' });
    const preview = await engine.previewBackup({ name });
    expect(preview).toMatchObject({
      problem: null,
      contents: { users: 1, chats: 1, messages: 2 },
      now: { users: 1, chats: 1, messages: 4 },
    });
    await engine.deleteBackup({ name });
    expect(await engine.listBackups({})).toEqual([]);
    for (const gone of [name, '../engram.db']) {
      await expect(engine.previewBackup({ name: gone })).rejects.toMatchObject({ kind: 'not-found' });
      await expect(engine.deleteBackup({ name: gone })).rejects.toMatchObject({ kind: 'not-found' });
      await expect(engine.requestRestore({ name: gone })).rejects.toMatchObject({ kind: 'not-found' });
    }
  });

  it('are put back by the next start, which is asked for durably', async () => {
    const { disk, engine } = await openWithChat();
    const { name } = (await engine.backUp({ keep: 5, isDue: false }))!;
    await engine.requestRestore({ name });
    expect(JSON.parse(readFileSync(join(disk.folder, 'restore.json'), 'utf8'))).toMatchObject({ name });
  });
});
