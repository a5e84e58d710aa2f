import { describe, expect, it } from 'vitest';
import { quickCheck } from '../../src/main/storage/integrity';
import { readMeta, writeMeta } from '../../src/main/storage/meta';
import { testSettings } from '../fakes/test-settings';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';

const count = 450;

/** A chat as an earlier version would have left it: its words as written, and no mark of a version. */
async function openEarlier() {
  const disk = await openEngineOnDisk();
  const { engine, userId, clock, database } = disk;
  const messages = Array.from({ length: count }, (_each, index) => ({
    role: index % 2 === 0 ? ('user' as const) : ('assistant' as const),
    author: null,
    content: index === 0 ? 'The front door was zemmeled on Monday.' : `Number ${String(index)}`,
    createdAt: clock.now() + index,
  }));
  const { added } = await engine.importSessions({
    userId,
    sessions: [{ key: 'k', title: 'House', messages }],
  });
  const current = texts(disk);
  const [scope, chat] = current[0]!.split(' ');
  database
    .prepare(`UPDATE messages SET search_text = ? || ' ' || ? || ' ' || lower(content)`)
    .run(scope, chat);
  writeMeta(database, 'search-text', null);
  return { disk, current, sessionId: added[0]!.id };
}

function texts({ database }: EngineOnDisk): readonly string[] {
  return database.prepare<[], string>('SELECT search_text FROM messages ORDER BY seq').pluck().all();
}

async function renewAll({ engine }: EngineOnDisk): Promise<number> {
  let parts = 1;
  while (await engine.renewSearchText({})) parts += 1;
  return parts;
}

describe('what full text reads, written by an earlier version', () => {
  it('is renewed part by part until it is as this version writes it, and found by its stems', async () => {
    const { disk, current, sessionId } = await openEarlier();
    const { engine, userId } = disk;
    // A word of nobody's, so that nothing is found by what it means.
    const find = async () => {
      const report = await engine.recall({
        ...{ userId, sessionId, query: 'Who zemmels?', queryVector: { kind: 'none', reason: null } as const },
        ...{ userMessageId: null, settings: testSettings() },
      });
      return report.candidates.map(({ excerpt }) => excerpt);
    };
    expect((await find()).some((excerpt) => excerpt.includes('zemmeled'))).toBe(false);
    expect(await renewAll(disk)).toBe(3);
    expect(texts(disk)).toEqual(current);
    expect(quickCheck(disk.database)).toEqual([]);
    expect((await find())[0]).toContain('zemmeled');
  });

  it('goes on where a kill stopped it, and is left alone once it is done', async () => {
    const { disk, current } = await openEarlier();
    expect(await disk.engine.renewSearchText({})).toBe(true);
    expect(readMeta(disk.database, 'search-text')).toMatch(/^\d+:\d+$/u);
    await disk.kill();
    expect(await renewAll(disk)).toBe(2);
    expect(texts(disk)).toEqual(current);
    disk.database.prepare(`UPDATE messages SET search_text = 'left alone' WHERE seq = 1`).run();
    expect(await disk.engine.renewSearchText({})).toBe(false);
    expect(texts(disk)[0]).toBe('left alone');
  });

  it('brings nothing into the index that is no source', async () => {
    const { disk } = await openEarlier();
    disk.database.prepare('UPDATE messages SET search_text = NULL WHERE seq = 2').run();
    await renewAll(disk);
    expect(texts(disk)[1]).toBeNull();
  });
});
