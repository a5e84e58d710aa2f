import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ImportDialog } from '../../../src/renderer/sessions/import-dialog';
import { ImportStrip } from '../../../src/renderer/sessions/import-strip';
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

const result: ImportResult = {
  newestSessionId: sampleSession(2).id,
  sessionsAdded: 19,
  messagesAdded: 419,
  sessionsSkipped: 0,
  cancelled: false,
};

/** The dialog, and what shows the import where there is none. */
const Both = () => (
  <>
    <ImportStrip />
    <ImportDialog />
  </>
);

function setUp(run: () => Promise<ImportResult>) {
  let isDone = false;
  const bridge = createFakeBridge({
    'import.choose': () => ({ file, name: 'talks.json', conversations: [preview] }),
    'import.run': async () => {
      const result = await run();
      isDone = true;
      return result;
    },
    'import.cancel': () => null,
    'import.dismiss': () => null,
    'sessions.list': () => ({
      sessions: isDone ? [sampleSession(2), sampleSession(1)] : [],
      nextCursor: null,
    }),
    'messages.page': () => samplePage(1, 2, 2),
    'memory.summaries': () => [],
    'memory.snapshot': () => null,
  });
  return { bridge, ...renderWithStores(bridge, <Both />) };
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
    const progress = { done: 100, total: 400 };
    const status = { kind: 'running', name: 'talks.json', progress } as const;
    act(() => bridge.emit('import-changed', { status }));
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    expect(importButton().hasAttribute('disabled')).toBe(true);
    expect(screen.queryByTestId('import-strip')).toBeNull();
    finish(result);
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

  it('leaves an import to go on in the background, where it is followed, stopped and its end told', async () => {
    let finish: (result: ImportResult) => void = () => undefined;
    const { stores, bridge } = setUp(() => new Promise((resolve) => (finish = resolve)));
    await act(() => stores.sessions.getState().chooseImport());
    fireEvent.click(importButton());
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Continue in the background' }));
      await Promise.resolve();
    });
    expect(screen.queryByTestId('import-dialog')).toBeNull();
    const running = { kind: 'running', name: 'talks.json', progress: { done: 1, total: 4 } } as const;
    act(() => bridge.emit('import-changed', { status: running }));
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(bridge.calls.map(({ name }) => name)).toContain('import.cancel');
    act(() => bridge.emit('import-changed', { status: { kind: 'done', name: 'talks.json', result } }));
    await act(async () => {
      finish(result);
      await Promise.resolve();
    });
    expect(screen.getByRole('status').textContent).toContain('talks.json: 19 chats with 419 messages added.');
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Open the newest chat' }));
      await Promise.resolve();
    });
    expect(stores.sessions.getState().selectedId).toBe(sampleSession(2).id);
    expect(screen.queryByTestId('import-strip')).toBeNull();
  });

  it('shows the import that the start went on with, and why one did not go on', async () => {
    const running = { kind: 'running', name: 'talks.json', progress: null } as const;
    const bridge = createFakeBridge({ 'import.status': () => running, 'import.dismiss': () => null });
    const { stores } = renderWithStores(bridge, <ImportStrip />);
    await act(() => stores.sessions.getState().loadImport());
    expect(screen.getByTestId('import-strip').textContent).toContain('Importing talks.json');
    const error = { kind: 'not-found', message: 'The file was moved.', retryable: false } as const;
    act(() => bridge.emit('import-changed', { status: { kind: 'failed', name: 'talks.json', error } }));
    expect(screen.getByRole('alert').textContent).toBe('talks.json: The file was moved.');
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByTestId('import-strip')).toBeNull();
    expect(bridge.calls.map(({ name }) => name)).toContain('import.dismiss');
  });
});
