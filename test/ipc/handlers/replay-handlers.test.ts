import { expect, it } from 'vitest';
import { createReplayHandlers } from '../../../src/main/ipc/handlers/replay-handlers';
import type { QueryVector } from '../../../src/main/memory/ports/recall';
import { recallWays } from '../../../src/shared/model/replay';
import { openEngineOnDisk } from '../../fakes/engine-on-disk';
import { testSettings } from '../../fakes/test-settings';
import { askTurn } from '../../fakes/whole-turn';

it('a turn is replayed by the embedder in use, by the bundled one, or by words', async () => {
  const { engine, userId } = await openEngineOnDisk();
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  const { turnId } = await askTurn({ engine, userId, sessionId }, { text: 'Who is it?' }, testSettings());
  const vectors: QueryVector[] = [];
  const embedAs = (model: string) => (): Promise<QueryVector> =>
    Promise.resolve({ kind: 'vector', model, values: new Float32Array(8) });
  const handlers = createReplayHandlers({
    engine: {
      ...engine,
      replayTurn: (input) => {
        vectors.push(input.queryVector);
        return engine.replayTurn(input);
      },
    },
    userId: () => userId,
    settingsFor: () => testSettings(),
    embed: embedAs('in use'),
    embedBundled: embedAs('bundled'),
    looksAgain: () => false,
  });
  const { signal } = new AbortController();
  for (const recallBy of recallWays) {
    const input = { turnId, budgets: null, strategy: null, recallBy };
    expect(await handlers['whatIf.replay'](input, { signal })).toMatchObject({ turnId, lost: [] });
  }
  expect(vectors).toMatchObject([{ model: 'in use' }, { model: 'bundled' }, { kind: 'none' }]);
});
