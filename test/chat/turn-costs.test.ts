import { describe, expect, it } from 'vitest';
import { beginTurn, runTurn } from '../../src/main/chat/turn';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { createFakeEmbedder } from '../fakes/fake-embedder';
import { createScriptedModel } from '../fakes/scripted-model';
import { createTurnPorts } from '../fakes/turn-ports';
import { newTurnId } from '../fakes/whole-turn';

describe('a turn', () => {
  it('keeps account of its answer and of the question’s embedding', async () => {
    const base = createFakeEmbedder();
    const disk = await openEngineOnDisk();
    const { engine, userId } = disk;
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    const model = createScriptedModel(['On the cape.', { kind: 'usage', prompt: 120, completion: 4 }]);
    const ports = createTurnPorts(disk, model, {
      embedder: {
        ...base,
        embedQuery: (text, options) => {
          options?.onRequest?.({ model: 'embed-1', isLocal: false, texts: [text], promptTokens: 6 });
          return base.embedQuery(text, options);
        },
      },
    });
    const turnId = newTurnId();
    const turn = await beginTurn(ports, { userId, sessionId, turnId, text: 'Where is the lighthouse?' });
    await runTurn(ports, turn, new AbortController().signal);
    const rows = disk.database
      .prepare('SELECT kind, model, prompt_tokens, completion_tokens, session_id, turn_id FROM costs')
      .all();
    const about = { session_id: sessionId, turn_id: turnId };
    expect(rows).toEqual([
      { kind: 'embedding', model: 'embed-1', prompt_tokens: 6, completion_tokens: 0, ...about },
      { kind: 'reply', model: 'gpt-4o', prompt_tokens: 120, completion_tokens: 4, ...about },
    ]);
  });
});
