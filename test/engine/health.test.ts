import { describe, expect, it } from 'vitest';
import type { ModelCall } from '../../src/main/memory/ports/cost-log';
import type { SessionId } from '../../src/shared/model/ids';
import type { StepLatency } from '../../src/shared/model/snapshot';
import { defaultSettings } from '../../src/shared/settings';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { askTurn, summariseOnce } from '../fakes/whole-turn';

const settings = testSettings({ bufferMessageLimit: 4 });

async function openChat() {
  const disk = await openEngineOnDisk();
  const { engine, userId } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  return { disk, engine, userId, sessionId, place: { engine, userId, sessionId } };
}

async function turn(
  { engine, userId }: EngineOnDisk,
  sessionId: SessionId,
  { reply = 100, state = 'done' }: { readonly reply?: number; readonly state?: 'done' | 'failed' } = {},
) {
  const words = { text: 'Where is the lighthouse of Porto?', reply: 'On the cape. '.repeat(200), state };
  const asked = await askTurn({ engine, userId, sessionId }, words, settings);
  const latencies: readonly StepLatency[] = [
    { step: 'embed', ms: 5 },
    { step: 'build', ms: 9 },
    { step: 'reply', ms: reply },
  ];
  const tokensReported = { prompt: 90, completion: 4 };
  await engine.completeSnapshot({ userId, turnId: asked.turnId, latencies, tokensReported });
  return asked;
}

describe('the health of a chat', () => {
  it('has what each turn sent by part, against its whole path', async () => {
    const { disk, engine, userId, sessionId, place } = await openChat();
    for (let index = 0; index < 6; index += 1) await turn(disk, sessionId);
    await summariseOnce(place, settings);
    const last = await turn(disk, sessionId);
    const { turns } = await engine.readHealth({ userId, sessionId, turns: 100 });
    expect(turns.map(({ turnNumber }) => turnNumber)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const { snapshot } = last;
    const latest = turns.at(-1)!;
    expect(latest).toMatchObject({
      turnId: last.turnId,
      model: settings.model,
      estimated: snapshot.tokensEstimated,
      reportedPrompt: 90,
      reportedCompletion: 4,
      windowTokens: settings.budgets.maxContextTokens,
      summaryVersion: 1,
    });
    const parts = Object.values(latest.parts).reduce((sum, tokens) => sum + tokens, 0);
    // The parts and the three tokens that open the reply.
    expect(parts + 3).toBe(snapshot.tokensEstimated);
    // The first turn was sent whole: both sides count the same.
    expect(turns[0]!.everything).toBe(turns[0]!.estimated);
    expect(turns.map(({ everything }) => everything)).toEqual(
      turns.map(({ everything }) => everything).toSorted((a, b) => a - b),
    );
    expect(latest.everything).toBeGreaterThan(latest.estimated);
    expect((await engine.readHealth({ userId, sessionId, turns: 2 })).turns).toEqual(turns.slice(-2));
  });

  it('has the times of its steps, and none of a turn that failed', async () => {
    const { disk, engine, userId, sessionId } = await openChat();
    for (const reply of [300, 100, 200]) await turn(disk, sessionId, { reply });
    await turn(disk, sessionId, { state: 'failed', reply: 9_999 });
    const { steps, turns } = await engine.readHealth({ userId, sessionId, turns: 100 });
    expect(turns).toHaveLength(3);
    expect(steps.find(({ step }) => step === 'reply')).toEqual({
      step: 'reply',
      runs: 3,
      recent: [300, 100, 200],
      p50: 200,
      p95: null,
      p99: null,
    });
    expect(steps.find(({ step }) => step === 'vector')).toMatchObject({ runs: 0, p50: null });
  });

  it('has the times of its steps day by day, the newest first', async () => {
    const { disk, engine, userId, sessionId } = await openChat();
    for (const reply of [300, 100, 200]) await turn(disk, sessionId, { reply });
    disk.clock.advance(86_400_000);
    await turn(disk, sessionId, { reply: 900 });
    const daysOf = async () =>
      (await engine.readHealth({ userId, sessionId, turns: 1 })).stepDays.filter(
        ({ step }) => step === 'reply',
      );
    expect(await daysOf()).toMatchObject([
      { day: '2026-03-03', runs: 1, p50: 900, p95: null },
      { day: '2026-03-02', runs: 3, p50: 200, p95: null },
    ]);
    disk.clock.advance(13 * 86_400_000);
    expect((await daysOf()).map(({ day }) => day)).toEqual(['2026-03-03']);
  });

  it('times a summary from its plan to its commit', async () => {
    const { disk, engine, userId, sessionId } = await openChat();
    for (let index = 0; index < 6; index += 1) await turn(disk, sessionId);
    const plan = (await engine.planSummary({ userId, sessionId, settings }))!;
    disk.clock.advance(3_900);
    const committing = { userId, plan, text: 'Porto.', origin: 'model', model: 'm', settings } as const;
    await engine.commitSummary({ ...committing, costMicrocents: 12_000 });
    expect((await engine.listSummaries({ userId, sessionId }))[0]).toMatchObject({ costMicrocents: 12_000 });
    // The plan is used up: what is refused takes no time.
    expect(await engine.commitSummary(committing)).toBeNull();
    const { steps } = await engine.readHealth({ userId, sessionId, turns: 1 });
    expect(steps.find(({ step }) => step === 'summarise')).toMatchObject({ runs: 1, p50: 3_900 });
  });

  it('has costs by model, the background’s apart, and by day', async () => {
    const { disk, engine, userId, sessionId } = await openChat();
    const call: Omit<ModelCall, 'kind'> = {
      userId,
      sessionId,
      turnId: null,
      model: 'gpt-4o',
      isLocal: false,
      promptTokens: 1_000,
      completionTokens: 100,
      reported: true,
    };
    await engine.recordCost({ ...call, kind: 'reply' });
    await engine.recordCost({ ...call, kind: 'summary', reported: false });
    disk.clock.advance(86_400_000);
    await engine.recordCost({ ...call, kind: 'reply', model: 'mystery' });
    const { costs, days } = await engine.readHealth({ userId, sessionId, turns: 1 });
    const common = { calls: 1, promptTokens: 1_000, completionTokens: 100, isLocal: false };
    expect(costs).toEqual([
      { ...common, model: 'gpt-4o', isBackground: false, estimatedCalls: 0, microcents: 350_000 },
      { ...common, model: 'gpt-4o', isBackground: true, estimatedCalls: 1, microcents: 350_000 },
      { ...common, model: 'mystery', isBackground: false, estimatedCalls: 0, microcents: null },
    ]);
    expect(days).toMatchObject([
      { day: '2026-03-02', turnMicrocents: 350_000, backgroundMicrocents: 350_000, unpricedCalls: 0 },
      { day: '2026-03-03', turnMicrocents: 0, backgroundMicrocents: 0, unpricedCalls: 1 },
    ]);
    const spent = await engine.readSpending({ month: '2026-03' });
    expect(spent).toEqual({ microcents: 700_000, unpricedCalls: 1 });
    expect(await engine.readSpending({ month: '2026-02' })).toEqual({ microcents: 0, unpricedCalls: 0 });
    // What a server of this computer did is told from what a price of 0 stands for.
    const providers = [{ id: 'here', name: 'Here', baseUrl: 'http://localhost:1234/v1' }] as never;
    await engine.writeSettings({ settings: { ...defaultSettings, providers } });
    await engine.recordCost({ ...call, kind: 'reply', model: 'llama3', isLocal: true });
    const after = await engine.readHealth({ userId, sessionId, turns: 1 });
    expect(after.costs.filter(({ isLocal }) => isLocal)).toMatchObject([{ model: 'llama3', microcents: 0 }]);
    // A price that is entered later counts for what was asked before.
    const modelPrices = [{ model: 'mystery', prompt: 1, completion: 1 }];
    await engine.writeSettings({ settings: { ...defaultSettings, modelPrices } });
    expect(await engine.readSpending({ month: '2026-03' })).toEqual({
      microcents: 810_000,
      unpricedCalls: 0,
    });
  });

  it('outlives its chat and its user as totals of the day that name nobody', async () => {
    const { disk, engine, userId, sessionId } = await openChat();
    await turn(disk, sessionId);
    const cost = { kind: 'reply', model: 'gpt-4o', isLocal: false, reported: true } as const;
    const tokens = { promptTokens: 10, completionTokens: 1 };
    await engine.recordCost({ ...cost, ...tokens, userId, sessionId, turnId: null });
    const other = disk.addUser('Other');
    const theirs = await engine.createSession({ userId: other, recallScope: 'session' });
    await engine.recordCost({ ...cost, ...tokens, userId: other, sessionId: theirs.id, turnId: null });

    disk.database.prepare('DELETE FROM sessions WHERE id = ?').run(sessionId);
    disk.database.prepare('DELETE FROM users WHERE id = ?').run(other);
    const midnight = new Date(2026, 2, 2).getTime();
    const nobody = { user_id: null, session_id: null, turn_id: null, created_at: midnight };
    const read = (table: string) => disk.database.prepare(`SELECT * FROM ${table}`).all();
    expect(read('costs')).toMatchObject([nobody, nobody]);
    expect(read('turn_metrics')).toMatchObject([{ ...nobody, turn_number: null, day: '2026-03-02' }]);
    expect(read('step_times')).not.toEqual([]);
    for (const row of read('step_times')) expect(row).toMatchObject({ user_id: null, session_id: null });
    expect(await engine.readSpending({ month: '2026-03' })).toMatchObject({ microcents: 7_000 });
  });

  it('knows what fills the file, to the byte', async () => {
    const { disk, engine, userId, sessionId } = await openChat();
    await turn(disk, sessionId);
    const { bytes, kinds, messages, sessions } = await engine.readStorage({ userId });
    expect(kinds!.reduce((sum, kind) => sum + kind.bytes, 0)).toBe(bytes);
    expect(kinds!.find(({ kind }) => kind === 'messages')!.bytes).toBeGreaterThan(0);
    expect({ messages, sessions }).toEqual({ messages: 2, sessions: 1 });
  });

  it('of a temporary chat is its own, and leaves nothing on disk', async () => {
    const { disk, engine, userId } = await openChat();
    const { id } = await engine.createSession({ userId, recallScope: 'session', temporary: true });
    await turn(disk, id);
    expect((await engine.readHealth({ userId, sessionId: id, turns: 5 })).turns).toHaveLength(1);
    expect((await engine.readHealth({ userId, sessionId: null, turns: 5 })).turns).toEqual([]);
  });
});
