import type { SessionId } from '../../shared/model/ids';
import type { Bridge } from '../bridge';
import { createNavigation, type Navigation } from './navigation';
import type { Timers } from './pacer';
import { connectEvents, createStores, type Stores } from './stores';

/** The stores of one user, from the moment that user is active until another is. */
export interface Life {
  readonly stores: Stores;
  readonly navigation: Navigation;
}

/**
 * Builds stores and shows them; once main says that another user is active, throws them away and begins again with
 * new ones. So whatever a store holds, now or in later versions, never reaches another user's window (invariant 5).
 * `chat` is what the window was opened for; it means nothing to another user.
 */
export function openLife(
  bridge: Bridge,
  timers: Timers,
  chat: SessionId | null,
  show: (life: Life) => void,
): void {
  const stores = createStores(bridge, timers);
  const navigation = createNavigation(stores);
  const disconnect = connectEvents(bridge, stores);
  // What a menu or a notification asks of a window that it opened waits until the window shows its chats.
  const begun = navigation.begin(chat);
  const endMenu = bridge.on('menu-command', ({ command }) => {
    void begun.then(() => stores.app.getState().acceptCommand(command));
  });
  const endOpening = bridge.on('open-chat', ({ sessionId }) => {
    void begun.then(() => navigation.openChat(sessionId));
  });
  const endElsewhere = bridge.on('changed-elsewhere', ({ sessionId, part }) => {
    void begun.then(() => navigation.followElsewhere(sessionId, part));
  });
  const unfollow = stores.app.subscribe(({ start, users }) => {
    if (start === null || users === null || users.activeId === start.user.id) return;
    unfollow();
    disconnect();
    endMenu();
    endOpening();
    endElsewhere();
    openLife(bridge, timers, null, show);
  });
  show({ stores, navigation });
}
