import { describe, expect, it } from 'vitest';
import { createRunningTurns } from '../../src/main/chat/running-turns';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { createScriptedModel, untilAborted } from '../fakes/scripted-model';
import { createTurnPorts } from '../fakes/turn-ports';
import { newTurnId } from '../fakes/whole-turn';

async function openTurns() {
  const disk = await openEngineOnDisk();
  const model = createScriptedModel(['So far', ({ signal }) => untilAborted(signal)]);
  const turns = createRunningTurns(createTurnPorts(disk, model));
  const createSession = () => disk.engine.createSession({ userId: disk.userId, recallScope: 'session' });
  const sessions = [await createSession(), await createSession()] as const;
  const send = (index: 0 | 1, turnId = newTurnId()) =>
    turns.send({ userId: disk.userId, sessionId: sessions[index].id, turnId, text: 'Hello?' });
  const states = () =>
    disk.database.prepare(`SELECT state FROM messages WHERE role = 'assistant' ORDER BY seq`).pluck().all();
  return { disk, turns, sessions, send, states };
}

describe('running turns', () => {
  it('are one a chat, while other chats may answer too', async () => {
    const { turns, send, states } = await openTurns();
    await send(0);
    await expect(send(0)).rejects.toMatchObject({ kind: 'conflict' });
    await send(1);
    expect(states()).toEqual(['streaming', 'streaming']);
    await turns.stopAll();
    expect(states()).toEqual(['stopped', 'stopped']);
    await expect(send(0)).resolves.toBeDefined();
    await turns.stopAll();
  });

  it('are stopped by their own id alone', async () => {
    const { turns, send, states } = await openTurns();
    const first = newTurnId();
    await send(0, first);
    await send(1);
    turns.stop(newTurnId());
    turns.stop(first);
    await expect.poll(states, { timeout: 15_000 }).toEqual(['stopped', 'streaming']);
    turns.stop(first);
    await turns.stopAll();
  });

  it('are all stopped at the end, also one whose question is just being committed', async () => {
    const { turns, send, states } = await openTurns();
    const sending = send(0);
    await turns.stopAll();
    expect(states()).toEqual(['stopped']);
    await sending;
  });

  it('of a chat that is not there are refused before anything is written', async () => {
    const { disk, sessions, send } = await openTurns();
    await disk.engine.deleteSession({ userId: disk.userId, sessionId: sessions[0].id });
    await expect(send(0)).rejects.toMatchObject({ kind: 'not-found' });
    expect(disk.database.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(0);
  });
});
