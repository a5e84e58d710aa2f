import { describe, expect, it } from 'vitest';
import { createMeasureFloorJob } from '../../src/main/jobs/measure-floor-job';
import { createEmbedJob } from '../../src/main/jobs/embed-job';
import type { Embedder } from '../../src/main/memory/ports/embedder';
import { KEYWORD_ONLY_WEIGHTS } from '../../src/main/memory/ranking/weights/keyword-only';
import { WORD_VECTOR_WEIGHTS } from '../../src/main/memory/ranking/weights/word-vectors';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { createFakeEmbedder } from '../fakes/fake-embedder';
import { testSettings } from '../fakes/test-settings';
import { defaultSettings } from '../../src/shared/settings';
import { appendTurn } from '../fakes/whole-turn';
import { manyWords } from '../property/random-words';

const { signal } = new AbortController();

async function openWithTurns(turns: number) {
  const disk = await openEngineOnDisk();
  const { engine, userId } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  for (let turn = 0; turn < turns; turn += 1) {
    disk.clock.advance(60_000);
    const text = `${manyWords(14, turn * 7 + 1)} topic${String(turn % 9)}`;
    await appendTurn(
      { engine, userId, sessionId },
      { text, reply: `I see topic${String(turn % 5)} clearly.` },
    );
  }
  const embedder = createFakeEmbedder();
  const embed = () => createEmbedJob(engine, () => embedder)(jobOf('embed'), signal);
  const jobOf = (kind: 'embed' | 'measure-floor') =>
    ({ id: 'x' as never, kind, userId, sessionId, attempts: 0 }) as const;
  const measure = (by: Embedder = embedder) =>
    createMeasureFloorJob({
      store: engine,
      embedder: () => by,
      random: () => 0.25,
      now: () => disk.clock.now(),
    })(jobOf('measure-floor'), signal);
  const read = () => engine.readFloors({ userId, embedder: embedder.model });
  const recall = (query: string) =>
    engine.recall({
      userId,
      sessionId,
      query,
      queryVector: { kind: 'none', reason: null },
      settings: testSettings(),
      userMessageId: null,
    });
  return { disk, engine, userId, sessionId, embedder, embed, measure, read, recall };
}

describe('floors', () => {
  it('are measured by keyword and with the embedder, kept over a restart, and recall goes by them', async () => {
    const { disk, embed, measure, read, recall } = await openWithTurns(60);
    expect((await recall('river topic3')).floor).toBe(WORD_VECTOR_WEIGHTS.floor);
    await embed();
    await measure();
    const { floors } = await read();
    expect(floors.map(({ embedder }) => embedder)).toEqual(['fake-8', null]);
    for (const floor of floors) {
      expect(floor.probes).toBeGreaterThan(20);
      expect(floor.measured).toBe(floor.inForce);
      expect(floor.withoutSource.reduce((sum, count) => sum + count, 0)).toBe(floor.probes);
    }
    const [, byKeyword] = floors;
    expect(byKeyword!.measured).not.toBe(WORD_VECTOR_WEIGHTS.floor);
    expect((await recall('river topic3')).floor).toBe(byKeyword!.measured);
    // Its words are of no language that the word vectors know: another scale, and nothing was measured on it.
    expect((await recall('Wann war die Heizung kaputt?')).floor).toBe(KEYWORD_ONLY_WEIGHTS.floor);
    await disk.restart();
    expect((await disk.engine.readFloors({ userId: disk.userId, embedder: 'fake-8' })).floors).toEqual(
      floors,
    );
  });

  it('are measured apart where what the words mean is not known', async () => {
    const { engine, userId, read, recall } = await openWithTurns(1);
    const probes = Array.from({ length: 30 }, (_, index) => ({ source: 1, without: 0.5 + index / 100 }));
    await engine.storeFloor({ userId, embedder: null, probes });
    const byText = probes.map((probe) => ({ ...probe, without: 0.3, isByText: true }));
    await engine.storeFloor({ userId, embedder: null, probes: [...byText, ...probes.slice(0, 25)] });
    const [, byWords] = (await read()).floors;
    expect(byWords).toMatchObject({ builtIn: KEYWORD_ONLY_WEIGHTS.floor, probes: 30 });
    expect((await recall('Wann war die Heizung kaputt?')).floor).toBe(byWords!.measured);
    expect((await recall('Was the river green?')).floor).toBeGreaterThan(byWords!.measured!);
  });

  it('that were measured are put aside where the user wants the built-in ones', async () => {
    const { engine, measure, read, recall } = await openWithTurns(60);
    await measure();
    await engine.writeSettings({ settings: { ...defaultSettings, measuredFloors: false } });
    expect((await recall('river topic3')).floor).toBe(WORD_VECTOR_WEIGHTS.floor);
    const byKeyword = (await read()).floors[1]!;
    expect(byKeyword).toMatchObject({ inForce: byKeyword.builtIn });
    expect(byKeyword.measured).not.toBeNull();
  });

  it('stay as they are while vectors are missing or messages are few', async () => {
    const { measure, read } = await openWithTurns(6);
    await measure();
    expect((await read()).floors.map(({ measured }) => measured)).toEqual([null, null]);
  });

  it('are measured weekly once there are enough messages, and at once when asked', async () => {
    const { disk, engine, userId, measure } = await openWithTurns(110);
    // What waits to be embedded would be missing from what is measured.
    expect(await engine.enqueueFloors({ userId: null, embedder: 'fake-8' })).toBe(0);
    const finish = (): unknown => disk.database.exec("UPDATE jobs SET state = 'done'");
    finish();
    expect(await engine.enqueueFloors({ userId: null, embedder: 'fake-8' })).toBe(1);
    const open = "SELECT 1 FROM jobs WHERE kind = 'measure-floor' AND state = 'waiting'";
    expect(disk.database.prepare(open).all()).toHaveLength(1);
    expect((await engine.readFloors({ userId, embedder: 'fake-8' })).isMeasuring).toBe(true);
    // One that waits is enough.
    expect(await engine.enqueueFloors({ userId: null, embedder: 'fake-8' })).toBe(0);
    finish();
    await measure();
    expect(await engine.enqueueFloors({ userId: null, embedder: 'fake-8' })).toBe(0);
    expect(await engine.enqueueFloors({ userId, embedder: 'fake-8' })).toBe(1);
    finish();
    // Another embedder has a floor of its own.
    expect(await engine.enqueueFloors({ userId: null, embedder: 'another' })).toBe(1);
    finish();
    disk.clock.advance(8 * 86_400_000);
    expect(await engine.enqueueFloors({ userId: null, embedder: 'fake-8' })).toBe(1);
    const small = await openWithTurns(20);
    expect(await small.engine.enqueueFloors({ userId: null, embedder: 'fake-8' })).toBe(0);
  });

  it('count a source that is found far above what is left without it', async () => {
    const { measure, read } = await openWithTurns(60);
    await measure();
    const { withSource, withoutSource } = (await read()).floors[1]!;
    const mean = (counts: readonly number[]) =>
      counts.reduce((sum, count, bin) => sum + count * bin, 0) /
      counts.reduce((sum, count) => sum + count, 0);
    expect(mean(withSource)).toBeGreaterThan(mean(withoutSource));
  });
});
