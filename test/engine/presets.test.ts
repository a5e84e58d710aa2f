import { describe, expect, it } from 'vitest';
import { presetLimits } from '../../src/shared/model/preset';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { askTurn } from '../fakes/whole-turn';

describe('presets', () => {
  it('are kept by name over a restart, changed and deleted, each user’s own', async () => {
    const disk = await openEngineOnDisk();
    const { userId } = disk;
    const save = (id: string | null, name: string, text: string) =>
      disk.engine.savePreset({ userId, id, name, text });
    await save(null, 'translate', 'Into {{language}}:');
    const [first, second] = await save(null, 'Ask', 'What about {{topic}}?');
    expect([first, second].map((preset) => preset?.name)).toEqual(['Ask', 'translate']);
    await disk.restart();
    await save(first!.id, 'Ask again', 'And {{topic}}?');
    expect(await disk.engine.listPresets({ userId })).toEqual([
      { id: first!.id, name: 'Ask again', text: 'And {{topic}}?' },
      second,
    ]);
    expect(await disk.engine.deletePreset({ userId, id: first!.id })).toEqual([second]);
    expect(await disk.engine.listPresets({ userId: disk.addUser('Grace') })).toEqual([]);
  });

  it('say so where a name is taken, a preset is gone, or there are too many', async () => {
    const { engine, userId } = await openEngineOnDisk();
    const save = (name: string) => engine.savePreset({ userId, id: null, name, text: 'x' });
    const [preset] = await save('Ask');
    await expect(save('ASK')).rejects.toMatchObject({ kind: 'conflict' });
    await engine.savePreset({ userId, id: preset!.id, name: 'ask', text: 'y' });
    await engine.deletePreset({ userId, id: preset!.id });
    const gone = { userId, id: preset!.id };
    await expect(engine.deletePreset(gone)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(engine.savePreset({ ...gone, name: 'a', text: 'b' })).rejects.toMatchObject({
      kind: 'not-found',
    });
    for (let index = 0; index < presetLimits.count; index += 1) await save(`Number ${String(index)}`);
    await expect(save('One more')).rejects.toThrow(/Delete one first/);
  });
});

describe('variables in a system prompt', () => {
  it('have the values of the moment a question is asked, in the chat it is asked in', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId, clock } = disk;
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    await engine.updateSession({ userId, sessionId, changes: { title: 'Garden {{date}}' } });
    const text = 'Today is {{date}}; this is {{chat}}, {{model}} answers; {{unknown}} stays.';
    await engine.writePrompt({ userId, sessionId, text });
    const asked = await askTurn({ engine, userId, sessionId }, { text: 'Hello' }, testSettings());
    const today = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' }).format(clock.now());
    expect(asked.context.messages[0]!.content).toContain(
      `Today is ${today}; this is Garden {{date}}, gpt-4o answers; {{unknown}} stays.`,
    );
    const [snapshot] = await engine.readSnapshots({ userId, sessionId, turnIds: [asked.turnId] });
    expect(snapshot!.blocks[0]!.text).toContain(`Today is ${today}`);
  });
});
