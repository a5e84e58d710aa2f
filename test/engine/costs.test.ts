import { describe, expect, it } from 'vitest';
import type { ModelCall } from '../../src/main/memory/ports/cost-log';
import { defaultSettings } from '../../src/shared/settings';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { newTurnId } from '../fakes/whole-turn';

const call = {
  kind: 'reply',
  model: 'gpt-4o',
  isLocal: false,
  promptTokens: 1_000,
  completionTokens: 100,
  reported: true,
} as const satisfies Partial<ModelCall>;

function rows({ database }: EngineOnDisk): readonly Record<string, unknown>[] {
  return database.prepare<[], Record<string, unknown>>('SELECT * FROM costs ORDER BY id').all();
}

describe('the cost of a call', () => {
  it('is kept with its price, whose it was, and its day', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId, clock } = disk;
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    const turnId = newTurnId();
    const recorded = await engine.recordCost({ ...call, userId, sessionId, turnId });
    // 1,000 tokens at 2.50 and 100 at 10 dollars a million: 0.35 cents.
    expect(recorded).toEqual({ microcents: 350_000 });
    expect(rows(disk)).toEqual([
      {
        id: 1,
        user_id: userId,
        session_id: sessionId,
        turn_id: turnId,
        kind: 'reply',
        model: 'gpt-4o',
        prompt_tokens: 1_000,
        completion_tokens: 100,
        reported: 1,
        amount_microcents: 350_000,
        day: '2026-03-02',
        created_at: clock.now(),
      },
    ]);
  });

  it('is unknown, never 0, for a model without a price, and 0 on this computer', async () => {
    const { engine, userId } = await openEngineOnDisk();
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    const about = { ...call, userId, sessionId, turnId: null, model: 'somebody/model-x' };
    expect(await engine.recordCost(about)).toEqual({ microcents: null });
    expect(await engine.recordCost({ ...about, isLocal: true })).toEqual({ microcents: 0 });
    const modelPrices = [{ model: 'model-x', prompt: 1, completion: 2 }];
    await engine.writeSettings({ settings: { ...defaultSettings, modelPrices } });
    expect(await engine.recordCost(about)).toEqual({ microcents: 120_000 });
  });

  it('of a temporary chat is kept as the day’s alone, also when the chat has gone meanwhile', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId, clock } = disk;
    clock.advance(3_600_000);
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session', temporary: true });
    const about = { ...call, userId, sessionId, turnId: newTurnId() };
    await engine.recordCost(about);
    await engine.deleteSession({ userId, sessionId });
    await engine.recordCost(about);
    const midnight = new Date(2026, 2, 2).getTime();
    const anonymous = { user_id: null, session_id: null, turn_id: null, created_at: midnight };
    expect(rows(disk)).toMatchObject([anonymous, anonymous].map((row) => ({ ...row, prompt_tokens: 1_000 })));
  });

  it('made for another user’s chat is nobody’s', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId } = disk;
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    const other = disk.addUser('Other');
    await engine.recordCost({ ...call, userId: other, sessionId, turnId: newTurnId() });
    expect(rows(disk)).toMatchObject([{ user_id: null, session_id: null, turn_id: null }]);
  });
});
