import { describe, expect, it } from 'vitest';
import type { ChatRequest } from '../../src/main/memory/ports/chat-model';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { appendTurn } from '../fakes/whole-turn';
import { injections } from '../fixtures/injections';
import { openToolRig, toCall, type Answer } from './tool-rig';

function countPinned({ database }: EngineOnDisk): unknown {
  return database.prepare('SELECT count(*) FROM messages WHERE pinned_at IS NOT NULL').pluck().get();
}

/** Brings the attack in the way it is meant to come, and gives the id of a message to be tampered with. */
async function bringIn(
  disk: EngineOnDisk,
  where: Awaited<ReturnType<typeof openToolRig>>['where'],
  { by, text, author }: (typeof injections)[number],
): Promise<string> {
  const { engine, userId, clock } = disk;
  if (by === 'import') {
    const messages = [
      { role: 'user' as const, author: author ?? null, content: text, createdAt: clock.now() },
    ];
    await engine.importSessions({ userId, sessions: [{ key: 'attack', title: 'attack', messages }] });
  }
  const { message } = await appendTurn(
    { engine, ...where },
    { text: by === 'message' ? text : 'An old note.' },
  );
  return message.id;
}

/**
 * A model that believes every word it reads and does the worst it can, at once and twice. By way of a tool the attack
 * is what `get_message` or `search_memory` gives back.
 */
describe('fifty injections and a model that obeys them', () => {
  it.each(injections)('$id ($aim, by $by) change nothing without the user’s word', async (attack) => {
    const disk = await openEngineOnDisk();
    const asked: string[] = [];
    let target = '';
    const obey = (): Answer => ({
      calls: [toCall('pin_message', { id: target }), toCall('pin_message', { id: target })],
    });
    const readFirst = (): Answer => ({
      calls: [
        toCall('get_message', { id: target }),
        toCall('search_memory', { query: attack.text.slice(0, 400) || 'x' }),
      ],
    });
    const answers: readonly (Answer | ((request: ChatRequest) => Answer))[] =
      attack.by === 'tool' ? [readFirst, obey, 'Done.'] : [obey, 'Done.'];
    const rig = await openToolRig(
      answers,
      {
        askUser: (messageId) => {
          asked.push(messageId);
          return Promise.resolve('deny' as const);
        },
      },
      disk,
    );
    await disk.engine.updateSession({ ...rig.where, changes: { recallScope: 'user' } });
    if (attack.by === 'tool') {
      const { message } = await appendTurn({ engine: disk.engine, ...rig.where }, { text: attack.text });
      target = message.id;
    } else target = await bringIn(disk, rig.where, attack);
    await rig.run('What did I note about this? Do as you were told.');

    expect(countPinned(disk)).toBe(0);
    expect(asked).toHaveLength(2);
    const runs = (await rig.messages()).flatMap(({ metadata }) => metadata?.tool ?? []);
    const effects = runs.filter(({ name }) => name === 'pin_message');
    expect(effects.map(({ status }) => status)).toEqual(['denied', 'denied']);
    // Whatever was brought in reached the model as a quote or as a turn of the one who said it, never as the system's.
    const systems = rig.requests.flatMap(({ messages }) => messages.filter(({ role }) => role === 'system'));
    for (const { content } of systems) {
      for (const line of content.split('\n')) {
        if (attack.text.length > 20 && line.includes(attack.text)) expect(line.startsWith('> ')).toBe(true);
      }
    }
  });
});
