import type { Binding, KeyPress } from './binding';
import { isPressed, parseBinding } from './binding';
import type { catalogue } from '../shared/catalogue/catalogue';

/** What a shortcut does; the window binds each to one action. */
export type ShortcutId = keyof typeof catalogue.app.shortcuts;

/** What each is bound to unless the user chose otherwise, in the order they are listed. */
const usual: Readonly<Record<ShortcutId, string>> = {
  search: 'mod+k',
  newChat: 'mod+n',
  settings: 'mod+,',
  shortcutList: 'mod+/',
  findInChat: 'mod+f',
  findInAll: 'mod+shift+f',
  toggleSidebar: 'mod+b',
  chatByNumber: 'mod+digit',
  nextChat: 'ctrl+tab',
  previousChat: 'ctrl+shift+tab',
  stop: 'escape',
  focusComposer: 'shift+escape',
};

/** The user's own bindings as the settings keep them; null binds nothing. */
export type OwnBindings = Readonly<Partial<Record<string, string | null>>>;

/** Every shortcut of the window, once. */
export const shortcutIds = Object.keys(usual) as readonly ShortcutId[];

/** The bindings in force: the user's own, else the usual ones; null where a shortcut has none. */
export function bindingsOf(own: OwnBindings): Readonly<Record<ShortcutId, Binding | null>> {
  const entries = shortcutIds.map((id) => {
    const chosen = own[id];
    return [id, chosen === null ? null : (parseBinding(chosen ?? '') ?? parseBinding(usual[id]))] as const;
  });
  return Object.fromEntries(entries) as Record<ShortcutId, Binding | null>;
}

/** The shortcut a key press means, or null; never one while an input method composes. */
export function shortcutOf(press: KeyPress, own: OwnBindings, isMac: boolean): ShortcutId | null {
  if (press.isComposing) return null;
  const bindings = bindingsOf(own);
  return shortcutIds.find((id) => bindings[id] !== null && isPressed(bindings[id], press, isMac)) ?? null;
}
