import { expect, it } from 'vitest';
import { runTask } from '../../src/main/headless/writing/run-task';
import { headless as words } from '../../src/shared/catalogue/en/headless';
import { openWholeProgram } from '../fakes/whole-program';

it('a terminal whose user leaves the screen is told so, and does not wait for ever for words that are another’s not to see', async () => {
  const program = await openWholeProgram();
  const { users } = await program.call('users.add', { name: 'Bo' });
  const other = users.find(({ name }) => name === 'Bo')!;
  const { handlers } = program.services;
  const leaving: typeof handlers = {
    ...handlers,
    'chat.send': async (input, context) => {
      const started = await handlers['chat.send'](input, context);
      await program.call('users.switch', { userId: other.id });
      return started;
    },
  };
  const writing = {
    handlers: () => leaving,
    listen: program.listen,
    importFile: program.services.importFile,
  };
  const task = { kind: 'chat', sessionId: null, text: 'My boat is called Ada.', recallsAll: false } as const;
  const asked = runTask(writing, task, { report: () => undefined, signal: new AbortController().signal });
  await expect(asked).rejects.toMatchObject({ kind: 'conflict', message: words.userLeft });
});
