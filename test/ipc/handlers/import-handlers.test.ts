import { describe, expect, it } from 'vitest';
import { createFileTokens } from '../../../src/main/ipc/file-tokens';
import { fixture, openHandlers } from './open-handlers';

describe('importing', () => {
  it('shows what a file holds, then takes it in chat by chat, once', async () => {
    const { handlers, context, ports, names } = await openHandlers();
    const choice = (await handlers['import.choose']({}, context))!;
    expect(JSON.stringify(choice)).not.toContain(fixture);
    const [preview] = choice.conversations;
    expect(preview).toMatchObject({ alreadyImported: 0 });
    expect(preview!.firstAt).toBeLessThan(preview!.lastAt);
    const input = { file: choice.file, key: preview!.key };
    const result = await handlers['import.run'](input, context);
    const newestFirst = (await handlers['sessions.list']({ cursor: null, limit: 1 }, context)).sessions;
    expect(result).toEqual({
      newestSessionId: newestFirst[0]!.id,
      sessionsAdded: preview!.sessionCount,
      messagesAdded: preview!.messageCount,
      sessionsSkipped: 0,
      cancelled: false,
    });
    const statuses = ports.events.flatMap((event) =>
      event.name === 'import-changed' ? [event.payload.status] : [],
    );
    const total = preview!.sessionCount;
    expect(statuses.at(-2)).toMatchObject({ kind: 'running', progress: { done: total, total } });
    expect(statuses.at(-1)).toEqual({ kind: 'done', name: 'conversation.json', result });
    expect(await handlers['import.status']({}, context)).toEqual(statuses.at(-1));
    await handlers['import.dismiss']({}, context);
    expect(await handlers['import.status']({}, context)).toBeNull();
    expect(names()).toContain('session-changed');
    expect(await handlers['import.run'](input, context)).toMatchObject({
      newestSessionId: null,
      sessionsAdded: 0,
      sessionsSkipped: preview!.sessionCount,
    });
    expect((await handlers['import.choose']({}, context))!.conversations[0]!.alreadyImported).toBe(
      preview!.sessionCount,
    );
    expect(ports.announced.count).toBe(2);
  });

  it('ends between two chats when the program closes', async () => {
    const { handlers, context, abort } = await openHandlers();
    const choice = (await handlers['import.choose']({}, context))!;
    abort.abort();
    const result = await handlers['import.run'](
      { file: choice.file, key: choice.conversations[0]!.key },
      context,
    );
    expect(result).toMatchObject({ sessionsAdded: 0, cancelled: true });
  });

  it('does nothing when the dialog is cancelled, and refuses what was never chosen', async () => {
    const cancelled = await openHandlers(null);
    expect(await cancelled.handlers['import.choose']({}, cancelled.context)).toBeNull();
    const { handlers, context } = await openHandlers();
    const { file } = (await handlers['import.choose']({}, context))!;
    await expect(handlers['import.run']({ file, key: 'other' }, context)).rejects.toMatchObject({
      kind: 'not-found',
    });
    const stranger = createFileTokens().issue(fixture);
    await expect(handlers['import.run']({ file: stranger, key: 'x' }, context)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});
