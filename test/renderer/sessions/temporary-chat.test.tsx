import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { chatListRows } from '../../../src/renderer/sessions/chat-groups';
import { ChatRow } from '../../../src/renderer/sessions/chat-row';
import { DeleteDialog } from '../../../src/renderer/sessions/delete-dialog';
import { DeletedToast } from '../../../src/renderer/sessions/deleted-toast';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { sampleSession } from '../samples';

const temporary = sampleSession(3, { title: 'Not kept', temporary: true });

async function setUp() {
  const bridge = createFakeBridge({
    'sessions.list': () => ({ sessions: [temporary], nextCursor: null }),
    'sessions.delete': () => null,
  });
  const shown = renderWithStores(
    bridge,
    <>
      <ChatRow session={temporary} />
      <DeleteDialog />
      <DeletedToast />
    </>,
  );
  await act(() => shown.stores.sessions.getState().load());
  await act(() => shown.navigation.deleteChat(temporary.id));
  const deleted = () => bridge.calls.filter((call) => call.name === 'sessions.delete').length;
  return { ...shown, deleted };
}

afterEach(cleanup);

describe('a temporary chat', () => {
  it('stands under a heading of its own, whether it was used today or long ago', () => {
    const rows = chatListRows([temporary, sampleSession(1, { pinned: true })], 0, 'used');
    expect(rows.map((row) => (row.kind === 'heading' ? row.label : row.session.title))).toEqual([
      'Temporary',
      'Not kept',
      'Pinned',
      'Chat 1',
    ]);
  });

  it('is told by a sign with a name in the list', () => {
    const { rerender } = renderWithStores(createFakeBridge({}), <ChatRow session={temporary} />);
    expect(screen.getByRole('img', { name: 'Temporary chat, not kept' })).toBeTruthy();
    rerender(<></>);
    renderWithStores(createFakeBridge({}), <ChatRow session={sampleSession(1)} />);
    expect(screen.queryByRole('img', { name: 'Temporary chat, not kept' })).toBeNull();
  });

  it('is deleted only after a question whose safe answer has the focus', async () => {
    const { deleted } = await setUp();
    const dialog = screen.getByRole('alertdialog', { name: 'Delete “Not kept”?' });
    expect(dialog.textContent).toContain('cannot be brought back');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' }));
    expect(deleted()).toBe(0);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(deleted()).toBe(0);
  });

  it('stays when the question is left with Esc', async () => {
    const { deleted } = await setUp();
    fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(deleted()).toBe(0);
  });

  it('is gone for good once that is confirmed: no undo is offered', async () => {
    const { stores, deleted } = await setUp();
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Delete for good' }));
      await new Promise((resolve) => setImmediate(resolve));
    });
    expect(deleted()).toBe(1);
    expect(stores.sessions.getState().sessions).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
});
