import { describe, expect, it } from 'vitest';
import { paletteCommands } from '../../src/renderer/search/commands';
import { createNavigation } from '../../src/renderer/stores/navigation';
import { createStores } from '../../src/renderer/stores/stores';
import { shortcutIds } from '../../src/shared/key-bindings';
import { menuCommands } from '../../src/shared/menu-commands';
import { createFakeBridge } from './fake-bridge';
import { createFakeTimers } from './fake-timers';

describe('the menus outside the page', () => {
  it.each(menuCommands)('ask for %s, which the page knows', (command) => {
    const stores = createStores(createFakeBridge({}), createFakeTimers());
    const names: readonly string[] = [
      ...shortcutIds,
      ...paletteCommands(stores, createNavigation(stores)).map(({ id }) => id),
    ];
    expect(names).toContain(command);
  });
});
