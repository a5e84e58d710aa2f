/** What the menus outside the page ask it to do: shortcuts and commands of the palette, by their names there. */
export const menuCommands = [
  'newChat',
  'newTemporaryChat',
  'newWindow',
  'import',
  'export',
  'settings',
  'search',
  'findInChat',
  'findInAll',
  'toggleSidebar',
  'memory-context',
  'memory-summaries',
  'memory-recall',
  'memory-profile',
  'memory-health',
  'nextChat',
  'previousChat',
  'stop',
  'shortcutList',
  'settings-general',
] as const;
/** See {@link menuCommands}. */
export type MenuCommand = (typeof menuCommands)[number];
