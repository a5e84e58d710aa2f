import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWholeProgram } from '../fakes/whole-program';
import { temporaryFolder } from '../storage/support/temporary-folder';

it('an import from a terminal is one user’s to its end, whoever takes the screen meanwhile, and tells the other nothing', async () => {
  const program = await openWholeProgram();
  const file = join(temporaryFolder(), 'chats.jsonl');
  const chats = Array.from({ length: 60 }, (_, index) => {
    const messages = [{ role: 'user', content: `Line ${String(index)}` }];
    return JSON.stringify({ messages });
  });
  writeFileSync(file, chats.join('\n'));
  const { users } = await program.call('users.add', { name: 'Bo' });
  const other = users.find(({ name }) => name === 'Bo')!;
  const { user: first } = await program.call('app.start', {});
  const began = program.heard(({ name }) => name === 'session-changed');
  const imported = program.services.importFile(file, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  await began;
  await program.call('users.switch', { userId: other.id });
  const told = program.events.length;
  await imported;
  const personal = program.events.slice(told).filter(({ name }) => name === 'session-changed');
  expect(personal).toEqual([]);
  const list = { cursor: null, limit: 100 };
  expect((await program.call('sessions.list', list)).sessions).toEqual([]);
  await program.call('users.switch', { userId: first.id });
  expect((await program.call('sessions.list', list)).sessions).toHaveLength(60);
});
