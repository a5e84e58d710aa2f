import { describe, expect, it } from 'vitest';
import { beginTurn, runTurn } from '../../src/main/chat/turn';
import { ContextOverflowError } from '../../src/main/memory/ports/context-overflow-error';
import { createOfflineModel } from '../../src/main/provider/offline-model';
import type { StepLatency } from '../../src/shared/model/snapshot';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { createScriptedModel } from '../fakes/scripted-model';
import { createTurnPorts } from '../fakes/turn-ports';
import { newTurnId } from '../fakes/whole-turn';
import { missing, openChat, twice } from './second-look-rig';
import { openToolRig, toCall } from './tool-rig';

/** What Health has of each step that ran: its times in milliseconds. */
async function timesOf({ engine, userId }: Pick<EngineOnDisk, 'engine' | 'userId'>) {
  const { steps } = await engine.readHealth({ userId, sessionId: null, turns: 10 });
  return Object.fromEntries(
    steps.flatMap(({ step, recent }) => (recent.length === 0 ? [] : [[step, recent]])),
  );
}

const found = ['embed', 'recall', 'vector', 'keyword', 'rank'] as const;
const answered = ['build', 'first-token', 'reply'] as const;
const namesOf = (latencies: readonly StepLatency[]): readonly string[] => latencies.map(({ step }) => step);

describe('the times of a turn’s steps', () => {
  it('have each run once where tools were called, and the tools without the wait for the user', async () => {
    const disk = await openEngineOnDisk();
    const pin = toCall('pin_message', { message: 1 });
    const { run, where } = await openToolRig(
      [{ calls: [pin], said: 'Let me pin it.' }, 'Pinned.'],
      {
        askUser: () => {
          disk.clock.advance(60_000);
          return Promise.resolve('once');
        },
        engine: {
          finishToolCall: (input) => {
            disk.clock.advance(40);
            return disk.engine.finishToolCall(input);
          },
          finishReply: (input) => {
            disk.clock.advance(7);
            return disk.engine.finishReply(input);
          },
        },
      },
      disk,
    );
    await run('Pin this message, please.');
    const [snapshot] = await disk.engine.readSnapshots({ ...where, turnIds: null });
    expect(namesOf(snapshot!.latencies)).toEqual([...found, ...answered, 'tools', ...answered, 'commit']);
    expect(await timesOf(disk)).toMatchObject({
      embed: [0],
      build: [0, 0],
      'first-token': [0, 0],
      reply: [0, 0],
      tools: [40],
      commit: [7],
    });
  });

  it('leave out the request that was too long, and have both builds', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId } = disk;
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    let asked = 0;
    const refusing = (): void => {
      asked += 1;
      disk.clock.advance(5_000);
      if (asked === 1) throw new ContextOverflowError('Too long.', { windowTokens: 4_000 });
    };
    const ports = createTurnPorts(disk, createScriptedModel([refusing, 'Yes.']));
    const turn = await beginTurn(ports, { userId, sessionId, turnId: newTurnId(), text: 'Well?' });
    await runTurn(ports, turn, new AbortController().signal);
    const [snapshot] = await engine.readSnapshots({ userId, sessionId, turnIds: null });
    expect(namesOf(snapshot!.latencies)).toEqual([...found, 'build', ...answered, 'commit']);
    expect(await timesOf(disk)).toMatchObject({ build: [0, 0], 'first-token': [5_000], reply: [0] });
  });

  it('have all of both answers around a second look', async () => {
    const model = twice(missing, 'Marek signs them on 14 March.');
    const { disk, run, snapshot } = await openChat(model);
    await run();
    const both = [...answered, 'second-look', ...answered, 'commit'];
    const { latencies } = await snapshot();
    expect(namesOf(latencies)).toEqual([...found, ...both]);
    expect(await timesOf(disk)).toMatchObject({ build: [0, 0], 'second-look': [0] });
  });

  it('have the second look that is taken before an offline reply', async () => {
    const { run, snapshot } = await openChat(createOfflineModel());
    await run();
    const { latencies } = await snapshot();
    expect(namesOf(latencies)).toEqual([...found, 'second-look', ...answered, 'commit']);
  });

  it('have none of a reply that was stopped', async () => {
    const disk = await openEngineOnDisk();
    const abort = new AbortController();
    const { engine, userId } = disk;
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    const ports = createTurnPorts(disk, createScriptedModel(['Well', () => abort.abort(), ', no.']));
    const turn = await beginTurn(ports, { userId, sessionId, turnId: newTurnId(), text: 'Well?' });
    await runTurn(ports, turn, abort.signal);
    const times = await timesOf(disk);
    expect(Object.keys(times)).toEqual([
      'embed',
      'vector',
      'keyword',
      'rank',
      'build',
      'first-token',
      'commit',
    ]);
  });
});
