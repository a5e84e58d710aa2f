import { describe, expect, it } from 'vitest';
import type { Summary, SummaryScore } from '../../src/shared/model/summary';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { appendTurn, askTurn, foldOnce, summariseOnce } from '../fakes/whole-turn';

const settings = testSettings({ bufferMessageLimit: 6, summaryTokens: 200 });

async function openWithVersions(turns = 12) {
  const disk = await openEngineOnDisk();
  const { engine, userId } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  const where = { userId, sessionId };
  const place = { engine, ...where };
  for (let index = 0; index < turns; index += 1) {
    await appendTurn(place, {
      text: `Nadia paid ${String(index + 100)} euros to Tomas.`,
      reply: `Noted ${String(index + 100)}.`,
    });
    if (index % 4 === 3) await summariseOnce(place, settings);
  }
  const list = () => engine.listSummaries(where);
  const current = async (): Promise<Summary> => (await list()).find((summary) => summary.current)!;
  return { disk, engine, where, place, list, current };
}

function scored(missing: readonly string[] = []): SummaryScore {
  const about = { judge: 'm', seed: 7, drawn: [], reasoning: 'Well.', accurate: true, details: null };
  return { kind: 'scored', ...about, missing: [...missing] };
}

describe('a roll back', () => {
  it('puts the chosen version in force; what follows it is sent or waiting again, after a restart too', async () => {
    const { disk, engine, where, place, list } = await openWithVersions();
    const [newest, older] = await list();
    await engine.rollBackSummary({ ...where, summaryId: older!.id });
    expect((await list()).map(({ current }) => current)).toEqual([false, true, false]);
    await disk.restart();
    const { snapshot } = await askTurn({ ...place, engine: disk.engine }, { text: 'And now?' }, settings);
    expect(snapshot.blocks.find(({ kind }) => kind === 'summary')!.summaryId).toBe(older!.id);
    const sent = snapshot.blocks.filter(({ kind }) => kind === 'buffer').flatMap(({ sources }) => sources);
    expect(sent).toContain(newest!.lastMessageId);
  });

  it('to none leaves no summary, and the next one begins anew with the next number', async () => {
    const { engine, where, place, list } = await openWithVersions();
    await engine.rollBackSummary({ ...where, summaryId: null });
    expect((await list()).some(({ current }) => current)).toBe(false);
    expect(await summariseOnce(place, settings)).toBe(true);
    expect((await list())[0]).toMatchObject({ version: 4, parentId: null, current: true });
  });

  it('is refused for a version whose messages have changed', async () => {
    const { disk, engine, where, list } = await openWithVersions();
    const oldest = (await list()).at(-1)!;
    disk.database
      .prepare('UPDATE messages SET deleted_at = 1 WHERE session_id = ? AND depth = 1')
      .run(where.sessionId);
    await expect(engine.rollBackSummary({ ...where, summaryId: oldest.id })).rejects.toMatchObject({
      kind: 'conflict',
    });
  });
});

describe('an edit', () => {
  it('is a new version by the user that ends where the old one does, and is what is sent', async () => {
    const { engine, where, place, current } = await openWithVersions();
    const before = await current();
    const edited = await engine.editSummary({ ...where, summaryId: before.id, text: 'Only this.', settings });
    expect(edited).toMatchObject({
      origin: 'user',
      version: 4,
      parentId: before.id,
      lastMessageId: before.lastMessageId,
      toPosition: before.toPosition,
    });
    const { context } = await askTurn(place, { text: 'And?' }, settings);
    expect(context.messages.some(({ content }) => content.includes('Only this.'))).toBe(true);
    expect(await engine.planScore({ ...where, seed: 1 })).not.toMatchObject({ summaryId: edited.id });
  });

  it('is refused when it is empty, over the limit, or of a version that is not in force', async () => {
    const { engine, where, list, current } = await openWithVersions();
    const { id: summaryId } = await current();
    const edit = (change: object) =>
      engine.editSummary({ ...where, summaryId, text: 'Fine.', settings, ...change });
    await expect(edit({ text: '  ' })).rejects.toMatchObject({ kind: 'bad-input' });
    await expect(edit({ text: 'word '.repeat(300) })).rejects.toMatchObject({ kind: 'bad-input' });
    await expect(edit({ summaryId: (await list())[1]!.id })).rejects.toMatchObject({ kind: 'conflict' });
    expect(await list()).toHaveLength(3);
  });
});

describe('a fold that the user asks for', () => {
  it('compacts what is not due yet, and says beforehand what it takes and what it keeps', async () => {
    const { engine, where, place, current } = await openWithVersions(12);
    const roomy = testSettings({ bufferMessageLimit: 30 });
    expect(await engine.planSummary({ ...where, settings: roomy })).toBeNull();
    const { compaction } = await engine.readSummaries({ ...where, settings: roomy });
    const before = await current();
    expect(compaction).toMatchObject({ version: 4, base: 3 });
    const [from, to] = compaction!.folds;
    expect(from).toBe(before.toPosition + 1);
    expect(compaction!.keeps).toEqual([to + 1, 24]);
    expect(await foldOnce(place, roomy, { kind: 'now' })).toBe(true);
    expect((await current()).toPosition).toBe(to);
  });

  it('again takes the messages of the version in force once more, also behind edits of it', async () => {
    const { engine, where, place, list, current } = await openWithVersions();
    const before = await current();
    const text = 'Edited.';
    await engine.editSummary({ ...where, summaryId: before.id, text, settings });
    expect(await foldOnce(place, settings, { kind: 'again' })).toBe(true);
    const now = await current();
    expect(now).toMatchObject({ parentId: before.parentId, toPosition: before.toPosition, version: 5 });
    expect(now.text).not.toBe(text);
    expect(await list()).toHaveLength(5);
  });

  it('of a range builds on the newest version that ends before it, without a gap', async () => {
    const { engine, where, place, list, current } = await openWithVersions();
    const [, second, first] = await list();
    const mode = { kind: 'range', from: first!.toPosition + 2, to: second!.toPosition } as const;
    const preview = await engine.previewFold({ ...where, settings, mode });
    expect(preview).toMatchObject({ base: 1, folds: [first!.toPosition + 1, second!.toPosition] });
    expect(await foldOnce(place, settings, mode)).toBe(true);
    expect(await current()).toMatchObject({ parentId: first!.id, toPosition: second!.toPosition });
    const { snapshot } = await askTurn(place, { text: 'Well?' }, testSettings());
    const positions = snapshot.blocks.filter(({ kind }) => kind === 'buffer').length;
    expect(positions).toBe(24 - second!.toPosition + 1);
  });

  it('of a range that cannot be is refused in words', async () => {
    const { engine, where } = await openWithVersions();
    const plan = (from: number, to: number) =>
      engine.planSummary({ ...where, settings, mode: { kind: 'range', from, to } });
    await expect(plan(5, 4)).rejects.toMatchObject({ kind: 'bad-input' });
    await expect(plan(1, 25)).rejects.toMatchObject({ kind: 'bad-input' });
    await expect(plan(1, 24)).rejects.toMatchObject({ kind: 'bad-input' });
  });
});

describe('a score', () => {
  it('is asked for version by version, with messages that each folded, and is stored once', async () => {
    const { engine, where, list } = await openWithVersions();
    const asked: number[] = [];
    for (;;) {
      const plan = await engine.planScore({ ...where, seed: 11 });
      if (plan === null) break;
      const summary = (await list()).find(({ id }) => id === plan.summaryId)!;
      const parent = (await list()).find(({ id }) => id === summary.parentId);
      asked.push(summary.version);
      expect(plan.drawn).toHaveLength(3);
      for (const { position } of plan.drawn) {
        expect(position).toBeGreaterThan(parent?.toPosition ?? 0);
        expect(position).toBeLessThanOrEqual(summary.toPosition);
      }
      const { quality, score } = await engine.coverSummary({ plan });
      await engine.storeScore({ ...where, summaryId: plan.summaryId, quality, score });
      await engine.storeScore({ ...where, summaryId: plan.summaryId, quality: 0, score: scored() });
    }
    expect(asked).toEqual([1, 2, 3]);
    for (const summary of await list()) {
      expect(summary.quality).toBeGreaterThan(0);
      expect(summary.score).toMatchObject({ kind: 'scored', judge: 'offline', seed: 11 });
    }
  });

  it('under the floor asks for one second try, of the same messages, and keeps the better', async () => {
    const { engine, where, list, current } = await openWithVersions();
    const first = await current();
    const store = (summaryId: Summary['id'], quality: number) =>
      engine.storeScore({ ...where, summaryId, quality, score: scored(['Nadia paid 107 euros to Tomas.']) });
    await store(first.id, 0.5);
    const plan = (await engine.planRetry({ ...where, settings }))!;
    expect(plan).toMatchObject({
      retryOf: first.id,
      replaces: first.id,
      missing: ['Nadia paid 107 euros to Tomas.'],
    });
    const text = await engine.extractSummary({ plan, model: 'gpt-4o' });
    expect(text).toContain('Nadia paid 107 euros to Tomas.');
    const commit = {
      userId: where.userId,
      plan,
      text,
      origin: 'extractive',
      model: 'offline',
      settings,
    } as const;
    const second = (await engine.commitSummary(commit))!;
    expect(second).toMatchObject({ version: first.version, retryOf: first.id, toPosition: first.toPosition });
    expect(await engine.planRetry({ ...where, settings })).toBeNull();
    await store(second.id, 0.4);
    expect((await current()).id).toBe(first.id);
    expect(await engine.planRetry({ ...where, settings })).toBeNull();
    expect((await list()).map(({ version, order }) => [version, order])).toEqual([
      [3, 4],
      [3, 3],
      [2, 2],
      [1, 1],
    ]);
  });
});
