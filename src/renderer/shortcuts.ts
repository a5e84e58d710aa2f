import { catalogue } from '../shared/catalogue/catalogue';

const { keys } = catalogue.app;

/** What a shortcut does; the window binds each to one action. */
export type ShortcutId = keyof typeof catalogue.app.shortcuts;

/** One key combination. `mod` is Cmd on macOS and Ctrl elsewhere. */
export interface Shortcut {
  readonly id: ShortcutId;
  readonly mod: boolean;
  readonly shift: boolean;
  /** As in `KeyboardEvent.key`, lower case. */
  readonly key: string;
}

/** Every shortcut of the window, once. */
export const shortcuts: readonly Shortcut[] = [
  { id: 'newChat', mod: true, shift: false, key: 'n' },
  { id: 'search', mod: true, shift: false, key: 'k' },
  { id: 'settings', mod: true, shift: false, key: ',' },
  { id: 'toggleSidebar', mod: true, shift: false, key: 'b' },
  { id: 'stop', mod: false, shift: false, key: 'escape' },
  { id: 'focusComposer', mod: false, shift: true, key: 'escape' },
];

/** The parts of a keyboard event that a shortcut is told by. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}

/** The shortcut a key press means, or null; never one while an input method composes. */
export function shortcutOf(press: KeyPress, isMac: boolean): ShortcutId | null {
  if (press.isComposing || press.altKey) return null;
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const otherMod = isMac ? press.ctrlKey : press.metaKey;
  if (otherMod) return null;
  const key = press.key.toLowerCase();
  const found = shortcuts.find(
    (each) => each.key === key && each.mod === mod && each.shift === press.shiftKey,
  );
  return found?.id ?? null;
}

/** The caps of a shortcut as they are written on this platform: ⌘K, Ctrl K. */
export function capsOf(id: ShortcutId, isMac: boolean): readonly string[] {
  const shortcut = shortcuts.find((each) => each.id === id);
  if (shortcut === undefined) return [];
  const last = shortcut.key === 'escape' ? keys.escape : shortcut.key.toUpperCase();
  const mods = [
    ...(shortcut.mod ? [isMac ? keys.command : keys.control] : []),
    ...(shortcut.shift ? [keys.shift] : []),
  ];
  return isMac && !shortcut.shift && shortcut.mod ? [`${mods.join('')}${last}`] : [...mods, last];
}
