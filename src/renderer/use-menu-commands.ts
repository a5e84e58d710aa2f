import { useEffect } from 'react';
import { shortcutIds } from '../shared/key-bindings';
import type { MenuCommand } from '../shared/menu-commands';
import { paletteCommands } from './search/commands';
import type { Navigation } from './stores/navigation';
import type { Stores } from './stores/stores';
import { useApp, useNavigation, useStores } from './stores/use-stores';
import { perform } from './use-shortcuts';

/** Does what a menu outside the page asks for. */
function runMenuCommand(command: MenuCommand, stores: Stores, navigation: Navigation): void {
  const shortcut = shortcutIds.find((id) => id === command);
  if (shortcut === undefined)
    void paletteCommands(stores, navigation)
      .find(({ id }) => id === command)
      ?.run();
  else perform(shortcut, '', stores, navigation);
}

/** Follows the menus outside the page. */
export function useMenuCommands(): void {
  const stores = useStores();
  const navigation = useNavigation();
  const asked = useApp((state) => state.command);
  useEffect(() => {
    const { command, acceptCommand } = stores.app.getState();
    if (command === null) return;
    acceptCommand(null);
    runMenuCommand(command, stores, navigation);
  }, [asked, navigation, stores]);
}
