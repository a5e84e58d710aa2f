import { useEffect } from 'react';
import { assertNever } from '../shared/assert-never';
import type { ShortcutId } from '../shared/key-bindings';
import { shortcutOf } from './shortcuts';
import type { Navigation } from './stores/navigation';
import type { Stores } from './stores/stores';
import { useNavigation, useStores } from './stores/use-stores';
import { composerFieldId } from './thread/composer-field';
import { runningTurnOf } from './thread/running-turn';
import { isNarrowNow } from './ui/use-is-narrow';

function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

function toggleChatList({ app }: Stores): void {
  const { drawer, openDrawer, toggleRail } = app.getState();
  if (isNarrowNow()) openDrawer(drawer === 'chats' ? 'none' : 'chats');
  else toggleRail();
}

/** Opens the search, or closes it where it is open already and asked for in the same way. */
function toggleSearch({ sessions }: Stores, within: 'all' | 'chat'): void {
  const { isSearchOpen, filters, selectedId, openSearch, closeSearch } = sessions.getState();
  const sessionId = within === 'chat' ? selectedId : null;
  if (isSearchOpen && filters.sessionId === sessionId) closeSearch();
  else openSearch({ sessionId });
}

/** Opens the chat some rows below the open one in the list, going round at the ends. */
function stepChat({ sessions }: Stores, navigation: Navigation, step: number): boolean {
  const { sessions: list, selectedId } = sessions.getState();
  const index = list.findIndex(({ id }) => id === selectedId);
  const next = list[(index + step + list.length) % list.length];
  if (next === undefined) return false;
  void navigation.openChat(next.id);
  return true;
}

function openByNumber({ sessions }: Stores, navigation: Navigation, key: string): boolean {
  const chat = sessions.getState().sessions[Number(key) - 1];
  if (chat !== undefined) void navigation.openChat(chat.id);
  return chat !== undefined;
}

/** Does what a shortcut says; answers whether it did anything. */
export function perform(id: ShortcutId, key: string, stores: Stores, navigation: Navigation): boolean {
  const { app, sessions, thread } = stores;
  if (id !== 'search' && id !== 'findInAll' && id !== 'findInChat' && id !== 'stop') {
    sessions.getState().closeSearch();
  }
  switch (id) {
    case 'newChat':
      void navigation.newChat();
      return true;
    case 'newWindow':
      return sessions.getState().openOwnWindow();
    case 'search':
    case 'findInAll':
      toggleSearch(stores, 'all');
      return true;
    case 'findInChat':
      toggleSearch(stores, 'chat');
      return true;
    case 'settings':
      app.getState().show(app.getState().view === 'settings' ? 'chats' : 'settings');
      return true;
    case 'shortcutList':
      app.getState().showSettings('shortcuts');
      return true;
    case 'toggleSidebar':
      toggleChatList(stores);
      return true;
    case 'chatByNumber':
      return openByNumber(stores, navigation, key);
    case 'nextChat':
      return stepChat(stores, navigation, 1);
    case 'previousChat':
      return stepChat(stores, navigation, -1);
    case 'focusComposer':
      app.getState().show('chats');
      focusSoon(composerFieldId);
      return true;
    case 'summon':
      // The system hands these keys to main; the window is in front already.
      return false;
    case 'stop': {
      const turnId = runningTurnOf(thread.getState());
      if (turnId !== null) void thread.getState().stop(turnId);
      return turnId !== null;
    }
    default:
      return assertNever(id);
  }
}

/** Binds the shortcuts to the window; what has used a key already, such as a menu on Esc, keeps it. */
export function useShortcuts(): void {
  const stores = useStores();
  const navigation = useNavigation();
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const { start, settings } = stores.app.getState();
      const id = shortcutOf(event, settings?.shortcuts ?? {}, start?.platform === 'darwin');
      if (id !== null && perform(id, event.key, stores, navigation)) event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => {
      window.removeEventListener('keydown', pressed);
    };
  }, [navigation, stores]);
}
