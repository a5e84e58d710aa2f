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
 */
export function openLife(bridge: Bridge, timers: Timers, show: (life: Life) => void): void {
  const stores = createStores(bridge, timers);
  const navigation = createNavigation(stores);
  const disconnect = connectEvents(bridge, stores);
  const unfollow = stores.app.subscribe(({ start, users }) => {
    if (start === null || users === null || users.activeId === start.user.id) return;
    unfollow();
    disconnect();
    openLife(bridge, timers, show);
  });
  show({ stores, navigation });
  void navigation.begin();
}
