import { describe, expect, it } from 'vitest';
import { createProfiles, undoUserMs } from '../../src/main/ipc/profiles';
import type { UserId } from '../../src/shared/model/ids';
import type { UserList } from '../../src/shared/model/user';
import { openEngineOnDisk } from '../fakes/engine-on-disk';

async function openProfiles() {
  const disk = await openEngineOnDisk();
  const told: UserList[] = [];
  const stopped: UserId[] = [];
  const erased: UserId[] = [];
  const profiles = createProfiles({
    engine: disk.engine,
    first: await disk.engine.defaultUser({}),
    clock: disk.clock,
    logger: disk.logger,
    onChange: (list) => told.push(list),
    stopAnswers: async (userId) => void stopped.push(userId),
    onErased: (userId) => erased.push(userId),
  });
  disk.clock.advance(1);
  const { users } = await profiles.add('Ada');
  const ada = users.find(({ name }) => name === 'Ada')!.id;
  const stored = () => disk.database.prepare('SELECT count(*) FROM users').pluck().get();
  return { disk, profiles, ada, told, stopped, erased, stored };
}

describe('profiles', () => {
  it('tell who is there and who is active, each time that changes', async () => {
    const { profiles, ada, told, disk } = await openProfiles();
    expect(profiles.active().id).toBe(disk.userId);
    await profiles.switchTo(ada);
    await profiles.rename(ada, 'Ada L.');
    expect(profiles.active().name).toBe('Ada L.');
    expect(told.map(({ activeId }) => activeId)).toEqual([disk.userId, ada, ada]);
  });

  it('hide a deleted user, whose answers stop, and erase her when the undo has passed', async () => {
    const { profiles, disk, ada, stopped, erased, stored } = await openProfiles();
    await profiles.switchTo(ada);
    const hidden = await profiles.remove(ada);
    expect(stopped).toEqual([ada]);
    expect(hidden).toMatchObject({ activeId: disk.userId, deleted: { id: ada } });
    expect(hidden.users.map(({ id }) => id)).toEqual([disk.userId]);
    disk.clock.advance(undoUserMs - 1);
    expect((await profiles.list()).deleted).not.toBeNull();
    expect(stored()).toBe(2);
    disk.clock.advance(1);
    expect((await profiles.list()).deleted).toBeNull();
    expect(stored()).toBe(1);
    expect(erased).toEqual([ada]);
    await expect(profiles.restore(ada)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('bring a deleted user back, active as she was', async () => {
    const { profiles, disk, ada, stored, erased } = await openProfiles();
    await profiles.switchTo(ada);
    await profiles.remove(ada);
    expect(await profiles.restore(ada)).toMatchObject({ activeId: ada, deleted: null });
    disk.clock.advance(undoUserMs);
    expect((await profiles.list()).users).toHaveLength(2);
    expect(stored()).toBe(2);
    expect(erased).toEqual([]);
  });

  it('undo only the last of two deletions', async () => {
    const { profiles, disk, ada, erased, stored } = await openProfiles();
    await profiles.remove(ada);
    const { deleted, users } = await profiles.remove(disk.userId);
    expect(erased).toEqual([ada]);
    expect(deleted?.id).toBe(disk.userId);
    // The last one gave way to a new one.
    expect(users).toHaveLength(1);
    expect(stored()).toBe(2);
  });

  it('erase whoever is hidden when the program closes', async () => {
    const { profiles, ada, stored } = await openProfiles();
    await profiles.remove(ada);
    await profiles.close();
    expect(stored()).toBe(1);
  });

  it('leave a running undo alone when what an earlier run left is erased', async () => {
    const { profiles, ada, stored } = await openProfiles();
    await profiles.remove(ada);
    await profiles.eraseHidden();
    expect(stored()).toBe(2);
    await profiles.restore(ada);
    await profiles.eraseHidden();
    expect(stored()).toBe(2);
  });
});
