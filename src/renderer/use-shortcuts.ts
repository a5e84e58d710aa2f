import { useEffect } from 'react';
import { assertNever } from '../shared/assert-never';
import { searchFieldId } from './sessions/hit-focus';
import type { ShortcutId } from './shortcuts';
import { shortcutOf } from './shortcuts';
import type { Navigation } from './stores/navigation';
import type { Stores } from './stores/stores';
import { useNavigation, useStores } from './stores/use-stores';
import { composerFieldId } from './thread/composer';
import { runningTurnOf } from './thread/running-turn';
import { isNarrowNow } from './ui/use-is-narrow';

function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

function showChatList({ app }: Stores): void {
  const { isRail, openDrawer, toggleRail } = app.getState();
  if (isNarrowNow()) openDrawer('chats');
  else if (isRail) toggleRail();
}

function toggleChatList({ app }: Stores): void {
  const { drawer, openDrawer, toggleRail } = app.getState();
  if (isNarrowNow()) openDrawer(drawer === 'chats' ? 'none' : 'chats');
  else toggleRail();
}

/** Does what a shortcut says; answers whether it did anything. */
function perform(id: ShortcutId, stores: Stores, navigation: Navigation): boolean {
  const { app, thread } = stores;
  switch (id) {
    case 'newChat':
      void navigation.newChat();
      return true;
    case 'search':
      showChatList(stores);
      focusSoon(searchFieldId);
      return true;
    case 'settings':
      app.getState().show(app.getState().view === 'settings' ? 'chats' : 'settings');
      return true;
    case 'toggleSidebar':
      toggleChatList(stores);
      return true;
    case 'focusComposer':
      app.getState().show('chats');
      focusSoon(composerFieldId);
      return true;
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
      const isMac = stores.app.getState().start?.platform === 'darwin';
      const id = shortcutOf(event, isMac);
      if (id !== null && perform(id, stores, navigation)) event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => {
      window.removeEventListener('keydown', pressed);
    };
  }, [navigation, stores]);
}
