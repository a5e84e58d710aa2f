import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openLife, type Life } from '../../../src/renderer/stores/open-life';
import { UsersCard } from '../../../src/renderer/settings/users-card';
import { UserDeletedToast } from '../../../src/renderer/users/user-deleted-toast';
import { catalogue } from '../../../src/shared/catalogue/catalogue';
import { AppError } from '../../../src/shared/errors';
import type { UserId } from '../../../src/shared/model/ids';
import type { User, UserList } from '../../../src/shared/model/user';
import { defaultSettings } from '../../../src/shared/settings';
import { createFakeBridge } from '../fake-bridge';
import { createFakeTimers } from '../fake-timers';
import { renderWithStores } from '../render-with-stores';

const words = catalogue.users;
const you: User = { id: '1' as UserId, name: 'You', createdAt: 1 };
const ada: User = { id: '2' as UserId, name: 'Ada', createdAt: 2 };
const listOf = (active: User, deleted: User | null = null): UserList => ({
  users: [you, ada].filter((user) => user !== deleted),
  activeId: active.id,
  deleted,
});

describe('the users in the settings', () => {
  it('are added, renamed and deleted; a refused name says why and stays in its field', async () => {
    const bridge = createFakeBridge({
      'users.list': () => listOf(you),
      'users.add': ({ name }) => {
        if (name === 'Ada') throw new AppError('conflict', 'There is an Ada already.');
        return listOf(you);
      },
      'users.rename': () => listOf(you),
      'users.delete': () => listOf(you, ada),
    });
    renderWithStores(bridge, <UsersCard />);
    await screen.findByText('Ada');
    fireEvent.click(screen.getByRole('button', { name: words.add }));
    const field = screen.getByRole('textbox', { name: words.newName });
    fireEvent.change(field, { target: { value: ' Ada ' } });
    fireEvent.click(screen.getByRole('button', { name: words.add }));
    expect(await screen.findByText('There is an Ada already.')).toBeDefined();
    expect(screen.getByRole('textbox', { name: words.newName })).toHaveProperty('value', ' Ada ');
    fireEvent.change(field, { target: { value: 'Ben' } });
    fireEvent.click(screen.getByRole('button', { name: words.add }));
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());

    fireEvent.click(screen.getByRole('button', { name: words.rename('Ada') }));
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Ada L.' } });
    fireEvent.click(screen.getByRole('button', { name: words.save }));
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: words.delete('Ada') }));
    await waitFor(() => expect(screen.getAllByTestId('user-row')).toHaveLength(1));
    expect(within(screen.getByTestId('user-row')).getByText(words.now)).toBeDefined();
    expect(bridge.calls.slice(1)).toEqual([
      { name: 'users.add', input: { name: 'Ada' } },
      { name: 'users.add', input: { name: 'Ben' } },
      { name: 'users.rename', input: { userId: ada.id, name: 'Ada L.' } },
      { name: 'users.delete', input: { userId: ada.id } },
    ]);
  });

  it('who was deleted is brought back from the toast, as long as main can', async () => {
    const bridge = createFakeBridge({ 'users.restore': () => listOf(you) });
    const { stores } = renderWithStores(bridge, <UserDeletedToast />);
    stores.app.getState().acceptUsers(listOf(you, ada));
    fireEvent.click(await screen.findByRole('button', { name: catalogue.app.undo }));
    await waitFor(() => expect(screen.queryByText(words.deleted('Ada'))).toBeNull());
    expect(bridge.calls).toEqual([{ name: 'users.restore', input: { userId: ada.id } }]);
  });
});

describe('another user', () => {
  it('gets stores that hold nothing of the one before, and events reach only the new ones', async () => {
    let active = you;
    const bridge = createFakeBridge({
      'app.start': () => ({
        version: '1',
        build: null,
        platform: 'linux',
        dataFolder: '/data',
        user: active,
        settings: defaultSettings,
        providers: [],
        notice: null,
      }),
      'sessions.list': () => ({ sessions: [], nextCursor: null }),
      'users.switch': () => {
        active = ada;
        return listOf(ada);
      },
      'drafts.write': () => null,
    });
    const lives: Life[] = [];
    openLife(bridge, createFakeTimers(), null, (life) => lives.push(life));
    const [first] = lives as [Life];
    await waitFor(() => expect(first.stores.sessions.getState().phase).toBe('ready'));
    first.stores.memory.setState({ tab: 'recall' });
    first.stores.sessions.setState({ query: 'what I look for' });
    await first.navigation.switchUser(ada.id);
    expect(lives).toHaveLength(2);
    const second = lives[1]!;
    await waitFor(() => expect(second.stores.app.getState().start?.user).toEqual(ada));
    expect(second.stores.sessions.getState().query).toBe('');
    expect(second.stores.memory.getState().tab).toBe('context');
    bridge.emit('notice', { text: 'Only once', severity: 'info' });
    expect(first.stores.app.getState().notice).toBeNull();
    expect(second.stores.app.getState().notice?.text).toBe('Only once');
    // The same list again does not start it anew.
    bridge.emit('users-changed', listOf(ada));
    expect(lives).toHaveLength(2);
  });
});
