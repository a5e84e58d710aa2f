import { expect, it } from 'vitest';
import { defaultSettings } from '../../src/shared/settings';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { createFakeClock } from '../fakes/fake-clock';
import { openWholeProgram } from '../fakes/whole-program';

it('the month’s cap holds before anything is started: a terminal starts nothing', async () => {
  const { engine, userId, folder } = await openEngineOnDisk(createFakeClock(Date.now()));
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  await engine.writeSettings({ settings: { ...defaultSettings, monthlyCapDollars: 1 } });
  const call = { kind: 'reply', model: 'gpt-4o', isLocal: false, reported: true } as const;
  const tokens = { promptTokens: 10_000_000, completionTokens: 0 };
  await engine.recordCost({ userId, sessionId, turnId: null, ...call, ...tokens });
  await engine.close({});
  const program = await openWholeProgram(null, folder);
  expect(await program.call('health.spending', {})).toMatchObject({ state: 'reached' });
  // Whoever listens later is told by the start.
  expect(program.events.map(({ name }) => name)).not.toContain('notice');
  const told = program.heard(({ name }) => name === 'notice');
  program.services.start();
  await told;
});
