import { describe, expect, it } from 'vitest';
import { createExportHandlers, type WriteExport } from '../../../src/main/ipc/handlers/export-handlers';
import { AppError } from '../../../src/shared/errors';
import type { UserId } from '../../../src/shared/model/ids';

const context = { signal: new AbortController().signal };
const input = { sessionIds: null, format: 'markdown' } as const;

function open(
  write: WriteExport,
  place: { path: string; name: string } | null = { path: '/x/a.md', name: 'a.md' },
) {
  const events: unknown[] = [];
  const asked: string[] = [];
  const handlers = createExportHandlers({
    userId: () => 'u' as UserId,
    dialogs: {
      chooseImportFile: async () => null,
      chooseArchive: async () => null,
      chooseChannelFile: async () => null,
      chooseExportPlace: async (name, extension) => {
        asked.push(`${name}.${extension}`);
        return place;
      },
      pathOf: () => '',
      openFolder: async () => undefined,
      openExternal: async () => false,
    },
    write,
    extensionOf: () => Promise.resolve('md'),
    emit: (name, payload) => void events.push([name, payload]),
    clock: { now: () => Date.UTC(2026, 10, 26) },
  });
  return { handlers, events, asked };
}

describe('exporting', () => {
  it('asks where to, tells how far it is, and answers with the name alone', async () => {
    const { handlers, events, asked } = open(async ({ onChat }) => {
      onChat(1, 2, 10);
      onChat(2, 2, 15);
    });
    expect(await handlers['export.run'](input, context)).toEqual({ name: 'a.md', chats: 2, messages: 15 });
    expect(asked).toEqual(['engram-2026-11-26.md']);
    expect(events).toEqual([
      ['export-progress', { done: 1, total: 2 }],
      ['export-progress', { done: 2, total: 2 }],
    ]);
  });

  it('writes nothing when the dialog is cancelled', async () => {
    const { handlers } = open(() => Promise.reject(new Error('written')), null);
    expect(await handlers['export.run'](input, context)).toBeNull();
  });

  it('is one at a time, can be cancelled, and can be begun again then', async () => {
    const { handlers } = open(
      ({ signal }) =>
        new Promise((_, reject) => {
          const end = (): void => reject(new AppError('cancelled', 'Cancelled.'));
          if (signal.aborted) end();
          signal.addEventListener('abort', end);
        }),
    );
    const first = handlers['export.run'](input, context);
    await expect(handlers['export.run'](input, context)).rejects.toMatchObject({ kind: 'conflict' });
    await handlers['export.cancel']({}, context);
    await expect(first).rejects.toMatchObject({ kind: 'cancelled' });
    const again = handlers['export.run'](input, context);
    await handlers['export.cancel']({}, context);
    await expect(again).rejects.toMatchObject({ kind: 'cancelled' });
  });
});
