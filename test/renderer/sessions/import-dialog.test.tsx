import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ImportDialog } from '../../../src/renderer/sessions/import-dialog';
import { AppError } from '../../../src/shared/errors';
import type { FileToken } from '../../../src/shared/model/ids';
import type { ImportPreview, ImportResult } from '../../../src/shared/model/import';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { sampleId, samplePage, sampleSession } from '../samples';

const file = sampleId(5, 1) as FileToken;
const preview: ImportPreview = {
  key: 'talk-1',
  title: 'Ana and Ben',
  speakers: ['Ana', 'Ben'],
  sessionCount: 19,
  messageCount: 419,
  firstAt: Date.UTC(2023, 4, 8, 12),
  lastAt: Date.UTC(2023, 9, 22, 12),
  alreadyImported: 0,
};

function setUp(run: () => Promise<ImportResult>) {
  let isDone = false;
  const bridge = createFakeBridge({
    'import.choose': () => ({ file, name: 'talks.json', conversations: [preview] }),
    'import.run': async () => {
      const result = await run();
      isDone = true;
      return result;
    },
    'sessions.list': () => ({
      sessions: isDone ? [sampleSession(2), sampleSession(1)] : [],
      nextCursor: null,
    }),
    'messages.page': () => samplePage(1, 2, 2),
    'memory.summaries': () => [],
    'memory.snapshot': () => null,
  });
  return { bridge, ...renderWithStores(bridge, <ImportDialog />) };
}

const importButton = () => screen.getByRole('button', { name: 'Import Ana and Ben' });

describe('the import dialog', () => {
  afterEach(cleanup);

  it('lists what the file holds, shows the progress, ends with what was added, and leaves the newest chat open', async () => {
    let finish: (result: ImportResult) => void = () => undefined;
    const { stores, bridge } = setUp(() => new Promise((resolve) => (finish = resolve)));
    await act(() => stores.sessions.getState().chooseImport());
    expect(screen.getByTestId('import-row').textContent).toContain('19 sessions, 419 messages');
    fireEvent.click(importButton());
    act(() => bridge.emit('import-progress', { phase: 'importing', done: 100, total: 400 }));
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    expect(importButton().hasAttribute('disabled')).toBe(true);
    finish({
      newestSessionId: sampleSession(2).id,
      sessionsAdded: 19,
      messagesAdded: 419,
      sessionsSkipped: 0,
      cancelled: false,
    });
    await screen.findByText('19 chats with 419 messages added.');
    expect(screen.getByText('19 chats imported already')).toBeTruthy();
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Done' }));
      await Promise.resolve();
    });
    expect(screen.queryByTestId('import-dialog')).toBeNull();
    expect(stores.sessions.getState().selectedId).toBe(sampleSession(2).id);
  });

  it('says in the row why an import failed and lets it be tried again', async () => {
    const { stores } = setUp(() => Promise.reject(new AppError('import-failed', 'Line 3 is not JSON.')));
    await act(() => stores.sessions.getState().chooseImport());
    fireEvent.click(importButton());
    expect((await screen.findByRole('alert')).textContent).toContain('Line 3 is not JSON.');
    expect(importButton().hasAttribute('disabled')).toBe(false);
  });

  it('stays closed when no file is chosen', async () => {
    const bridge = createFakeBridge({ 'import.choose': () => null });
    const { stores } = renderWithStores(bridge, <ImportDialog />);
    await act(() => stores.sessions.getState().chooseImport());
    expect(screen.queryByTestId('import-dialog')).toBeNull();
  });
});
