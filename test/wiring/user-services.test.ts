import { describe, expect, it } from 'vitest';
import type { HandlerMap } from '../../src/main/ipc/handler-map';
import { emitFor } from '../../src/main/wiring/personal-events';
import { createUserServices } from '../../src/main/wiring/user-services';
import type { EventEnvelope } from '../../src/shared/contract/events';
import type { TurnId, UserId } from '../../src/shared/model/ids';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { createScriptedModel, untilAborted } from '../fakes/scripted-model';
import { createTurnPorts } from '../fakes/turn-ports';
import { newTurnId } from '../fakes/whole-turn';

/** Something the test lets happen. */
function createGate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

/** Two users; the default one is being answered, up to the middle of the answer. */
async function openTwo(rest: 'comes' | 'never comes') {
  const disk = await openEngineOnDisk();
  const other = disk.addUser('Ada');
  const [halfway, goOn] = [createGate(), createGate()];
  const model = createScriptedModel([
    'The first half',
    () => halfway.open(),
    ({ signal }) => (rest === 'comes' ? goOn.opened : untilAborted(signal)),
    ', the second half.',
  ]);
  const events: EventEnvelope[] = [];
  let active: UserId = disk.userId;
  const services = createUserServices({
    turnPorts: createTurnPorts(disk, model),
    emitOf: (userId) =>
      emitFor(
        (name, payload) => events.push({ name, payload } as EventEnvelope),
        userId,
        () => active,
      ),
    handlersFor: () => ({}) as HandlerMap,
  });
  const { userId, engine } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  const turnId: TurnId = newTurnId();
  await services.of(userId).turns.send({ userId, sessionId, turnId, text: 'Go on' });
  await halfway.opened;
  const reply = () =>
    disk.database.prepare(`SELECT content, state FROM messages WHERE role = 'assistant'`).get();
  return { userId, other, services, events, turnId, goOn, reply, activate: (id: UserId) => (active = id) };
}

describe('services of users', () => {
  it('let an answer go on for its user, and tell another who is active now nothing of it', async () => {
    const { other, services, events, goOn, reply, activate } = await openTwo('comes');
    expect(events).not.toEqual([]);
    activate(other);
    events.length = 0;
    goOn.open();
    await expect.poll(reply).toEqual({ content: 'The first half, the second half.', state: 'done' });
    await services.stopAll();
    expect(events).toEqual([]);
  });

  it('do not let one user stop what another is being answered', async () => {
    const { userId, other, services, turnId, reply } = await openTwo('never comes');
    services.of(other).turns.stop(turnId);
    await services.stopAnswers(other);
    expect(reply()).toMatchObject({ state: 'streaming' });
    await services.stopAnswers(userId);
    expect(reply()).toMatchObject({ state: 'stopped' });
  });

  it('tell what concerns the whole program whoever is active', () => {
    const events: string[] = [];
    const [ada, ben] = ['ada', 'ben'] as unknown as readonly UserId[];
    const emit = emitFor(
      (name) => events.push(name),
      ada!,
      () => ben!,
    );
    emit('notice', { text: 'Disk full', severity: 'error' });
    emit('import-progress', { done: 1, total: 2 });
    expect(events).toEqual(['notice']);
  });
});
