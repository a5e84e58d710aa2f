import type { MenuItemConstructorOptions } from 'electron';
import { Menu } from 'electron';
import { catalogue } from '../../shared/catalogue/catalogue';
import { bindingsOf, type OwnBindings } from '../../shared/key-bindings';
import type { MenuCommand } from '../../shared/menu-commands';
import { menuAcceleratorOf } from './accelerator';

const words = catalogue.menu;
const { shortcuts: names } = catalogue.app;

/** What the menu is made from. */
export interface MenuRequest {
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  /** The user's own keys; the menu names those in force. */
  readonly shortcuts: OwnBindings;
  readonly run: (command: MenuCommand) => void;
}

type Item = (command: MenuCommand, label: string) => MenuItemConstructorOptions;

/**
 * Sets the application menu. No reload: Ctrl+R would throw away a draft's cursor and the place in a thread. The
 * inspector stands there only in an unpackaged program.
 */
export function setApplicationMenu(request: MenuRequest): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(request)));
}

/** The menu as data. */
function menuTemplate({ platform, packaged, shortcuts, run }: MenuRequest): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const bindings = new Map(Object.entries(bindingsOf(shortcuts)));
  const item: Item = (command, label) => {
    const binding = bindings.get(command) ?? null;
    const accelerator = binding === null ? null : menuAcceleratorOf(binding, isMac);
    return {
      id: command,
      label,
      click: () => run(command),
      // Only named: the page itself hears the keys, and leaves them to a field or a dialog that needs them.
      ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
    };
  };
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    fileMenu(item, isMac),
    editMenu(item),
    viewMenu(item, packaged),
    chatMenu(item),
    { label: words.window, submenu: [{ role: 'minimize', label: words.minimize }] },
    {
      label: words.help,
      submenu: [item('shortcutList', names.shortcutList), item('settings-general', words.about)],
    },
  ];
}

function fileMenu(item: Item, isMac: boolean): MenuItemConstructorOptions {
  return {
    label: words.file,
    submenu: [
      item('newChat', names.newChat),
      item('newTemporaryChat', catalogue.search.commandNames.newTemporaryChat),
      item('newWindow', names.newWindow),
      { type: 'separator' },
      item('import', catalogue.search.commandNames.import),
      item('export', catalogue.exporting.all),
      { type: 'separator' },
      item('settings', names.settings),
      { type: 'separator' },
      { role: 'close', label: words.close },
      ...(isMac ? [] : [{ role: 'quit', label: words.quit } as const]),
    ],
  };
}

function editMenu(item: Item): MenuItemConstructorOptions {
  return {
    label: words.edit,
    submenu: [
      { role: 'undo', label: words.undo },
      { role: 'redo', label: words.redo },
      { type: 'separator' },
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
      { type: 'separator' },
      item('findInChat', names.findInChat),
      item('findInAll', names.findInAll),
    ],
  };
}

function viewMenu(item: Item, packaged: boolean): MenuItemConstructorOptions {
  const { tabs } = catalogue.memory;
  const inspector: MenuItemConstructorOptions[] = packaged
    ? []
    : [{ type: 'separator' }, { role: 'toggleDevTools', label: words.inspector }];
  return {
    label: words.view,
    submenu: [
      item('toggleSidebar', names.toggleSidebar),
      {
        label: words.memory,
        submenu: [
          item('memory-context', tabs.context),
          item('memory-summaries', tabs.summaries),
          item('memory-recall', tabs.recall),
          item('memory-profile', tabs.profile),
          item('memory-health', tabs.health),
        ],
      },
      { type: 'separator' },
      { role: 'resetZoom', label: words.actualSize },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      { type: 'separator' },
      { role: 'togglefullscreen', label: words.fullScreen },
      ...inspector,
    ],
  };
}

function chatMenu(item: Item): MenuItemConstructorOptions {
  return {
    label: words.chat,
    submenu: [
      item('search', names.search),
      { type: 'separator' },
      item('nextChat', names.nextChat),
      item('previousChat', names.previousChat),
      { type: 'separator' },
      item('stop', names.stop),
    ],
  };
}
