import { catalogue } from '../../shared/catalogue/catalogue';
import type { ShortcutId } from '../../shared/key-bindings';
import { sessionOrderSchema } from '../../shared/model/session';
import { settingsTabs } from '../stores/app-store';
import { memoryTabs } from '../stores/memory-state';
import type { Navigation } from '../stores/navigation';
import type { Stores } from '../stores/stores';
import { isNarrowNow } from '../ui/use-is-narrow';

const words = catalogue.search.commandNames;

/** Something the program can do, by name. */
export interface PaletteCommand {
  readonly id: string;
  readonly name: string;
  /** The shortcut that does the same. */
  readonly shortcut?: ShortcutId;
  readonly run: () => unknown;
}

async function newTemporaryChat({ sessions }: Stores, { newChat, setRemembered }: Navigation): Promise<void> {
  await newChat();
  const { selectedId } = sessions.getState();
  if (selectedId !== null) await setRemembered(selectedId, false);
}

/** The commands that make, find and show chats. */
function chatCommands(stores: Stores, navigation: Navigation): readonly PaletteCommand[] {
  const { app, sessions } = stores;
  const { shortcuts } = catalogue.app;
  return [
    { id: 'newChat', name: shortcuts.newChat, shortcut: 'newChat', run: () => navigation.newChat() },
    { id: 'newTemporaryChat', name: words.newTemporaryChat, run: () => newTemporaryChat(stores, navigation) },
    {
      id: 'newWindow',
      name: shortcuts.newWindow,
      shortcut: 'newWindow',
      run: () => sessions.getState().openOwnWindow(),
    },
    {
      id: 'export',
      name: catalogue.exporting.all,
      run: () => sessions.getState().openExport(null),
    },
    { id: 'import', name: words.import, run: () => sessions.getState().chooseImport() },
    {
      id: 'showArchive',
      name: catalogue.chats.showArchive,
      run: () => sessions.getState().showArchive(true),
    },
    { id: 'openSample', name: words.openSample, run: () => navigation.openSample() },
    {
      id: 'settings',
      name: shortcuts.settings,
      shortcut: 'settings',
      run: () => app.getState().show('settings'),
    },
    {
      id: 'shortcutList',
      name: shortcuts.shortcutList,
      shortcut: 'shortcutList',
      run: () => app.getState().showSettings('shortcuts'),
    },
    {
      id: 'toggleSidebar',
      name: shortcuts.toggleSidebar,
      shortcut: 'toggleSidebar',
      run: () => (isNarrowNow() ? app.getState().openDrawer('chats') : app.getState().toggleRail()),
    },
  ];
}

/** Everything the palette offers, the most used first. */
export function paletteCommands(stores: Stores, navigation: Navigation): readonly PaletteCommand[] {
  const { app, memory } = stores;
  const showTab = (tab: (typeof memoryTabs)[number]): void => {
    app.getState().show('chats');
    memory.getState().showTab(tab);
    if (isNarrowNow()) app.getState().openDrawer('memory');
  };
  const { tabs, theme } = catalogue.settings;
  return [
    ...chatCommands(stores, navigation),
    ...memoryTabs.map((tab) => ({
      id: `memory-${tab}`,
      name: words.showTab(catalogue.memory.tabs[tab]),
      run: () => showTab(tab),
    })),
    ...settingsTabs.map((tab) => ({
      id: `settings-${tab}`,
      name: words.showSettings(tabs[tab]),
      run: () => app.getState().showSettings(tab),
    })),
    ...(['system', 'light', 'dark'] as const).map((each) => ({
      id: `theme-${each}`,
      name: words.theme(theme[each]),
      run: () => app.getState().setTheme(each),
    })),
    ...sessionOrderSchema.options.map((order) => ({
      id: `order-${order}`,
      name: catalogue.chats.sort.command(catalogue.chats.sort.order[order]),
      run: () => navigation.sortChats(order),
    })),
    { id: 'openDataFolder', name: words.openDataFolder, run: () => app.getState().openDataFolder() },
  ];
}

/** What begins a query for commands alone. */
export const commandMark = '>';

/** The commands whose names hold every word of a query. */
export function matchingCommands(all: readonly PaletteCommand[], query: string): readonly PaletteCommand[] {
  const wanted = query
    .replace(commandMark, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return all.filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)));
}
