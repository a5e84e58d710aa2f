import { beginTurn, runTurn } from '../../src/main/chat/turn';
import type { ChatModel } from '../../src/main/memory/ports/chat-model';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { createScriptedModel } from '../fakes/scripted-model';
import { createTurnPorts } from '../fakes/turn-ports';
import { appendTurn, newTurnId } from '../fakes/whole-turn';

/** It buries the one word it shares with the fact. */
export const question =
  'Regarding the long and winding matter of those documents we keep putting off, has Marek settled it?';
export const fact = 'Marek signs the papers on 14 March.';
/** An answer that gives cause for a second look. */
export const missing = 'I don’t have any information about that.';
const settings = testSettings({ bufferMessageLimit: 2 }, { strategy: 'retrieval' });

type Options = NonNullable<Parameters<typeof createTurnPorts>[2]>;

/** A chat whose fact is out of the buffer, and which the first recall misses. */
export async function openChat(model: ChatModel, options: Options = {}) {
  const disk = await openEngineOnDisk();
  const { userId, engine } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  const place = { engine, userId, sessionId };
  for (const text of [fact, 'The weather is fine.', 'Let us talk of bread.', 'And of salt.']) {
    await appendTurn(place, { text, reply: 'Noted.', provenance: 'offline' });
    disk.clock.advance(60_000);
  }
  // The first recall finds nothing: the question buries the one word it shares with the fact.
  const missingFirst: Options = {
    settings,
    ...options,
    engine: {
      recall: async (input) => {
        const report = await engine.recall(input);
        if (input.query !== question) return report;
        const candidates = report.candidates.map((each) => ({
          ...each,
          verdict: 'below-floor' as const,
          score: 0,
        }));
        return { ...report, candidates };
      },
      ...options.engine,
    },
  };
  const ports = createTurnPorts(disk, model, missingFirst);
  const turnId = newTurnId();
  const abort = new AbortController();
  const run = async (text = question): Promise<void> => {
    const turn = await beginTurn(ports, { userId, sessionId, turnId, text });
    await runTurn(ports, turn, abort.signal);
  };
  const newest = async () =>
    (await engine.pageMessages({ ...place, anchor: { kind: 'newest' }, limit: 50 })).messages;
  const snapshot = async () => (await engine.readSnapshots({ userId, sessionId, turnIds: [turnId] }))[0]!;
  return { disk, place, ports, abort, run, newest, snapshot, turnId };
}

/** A model that says first what the test says, and afterwards another thing. */
export function twice(first: string, second: string): ReturnType<typeof createScriptedModel> {
  const said: string[] = [];
  const model = createScriptedModel([() => said.push(''), { kind: 'usage', prompt: 900, completion: 10 }]);
  return {
    ...model,
    async *stream(request) {
      for await (const chunk of model.stream(request)) yield chunk;
      yield { kind: 'text', text: said.length === 1 ? first : second };
    },
  };
}
