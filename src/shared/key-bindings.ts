import type { catalogue } from './catalogue/catalogue';

/** One key combination. `mod` is Cmd on macOS and Ctrl elsewhere; `ctrl` is Ctrl everywhere. */
export interface Binding {
  readonly mod: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** As in `KeyboardEvent.key`, lower case; `digit` stands for 1 to 9. */
  readonly key: string;
}

const modifiers = ['mod', 'ctrl', 'alt', 'shift'] as const;

/** Reads what {@link writeBinding} wrote; null for anything else. */
export function parseBinding(text: string): Binding | null {
  const parts = text.split('+');
  const key = parts.pop() ?? '';
  if (key === '' || parts.some((part) => !modifiers.some((each) => each === part))) return null;
  const has = (modifier: string): boolean => parts.includes(modifier);
  return { mod: has('mod'), ctrl: has('ctrl'), alt: has('alt'), shift: has('shift'), key };
}

/** A binding as the settings keep it: `mod+shift+f`. */
export function writeBinding(binding: Binding): string {
  return [...modifiers.filter((modifier) => binding[modifier]), binding.key].join('+');
}

/** What a shortcut does; the window binds each to one action. */
export type ShortcutId = keyof typeof catalogue.app.shortcuts;

/** What each is bound to unless the user chose otherwise, in the order they are listed. */
const usual: Readonly<Record<ShortcutId, string | null>> = {
  search: 'mod+k',
  newChat: 'mod+n',
  newWindow: 'mod+shift+n',
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
  // Taken from every other program, so only where the user asks for it.
  summon: null,
};

/** The user's own bindings as the settings keep them; null binds nothing. */
export type OwnBindings = Readonly<Partial<Record<string, string | null>>>;

/** Every shortcut of the window, once. */
export const shortcutIds = Object.keys(usual) as readonly ShortcutId[];

/** The bindings in force: the user's own, else the usual ones; null where a shortcut has none. */
export function bindingsOf(own: OwnBindings): Readonly<Record<ShortcutId, Binding | null>> {
  const entries = shortcutIds.map((id) => {
    const chosen = own[id];
    return [
      id,
      chosen === null ? null : (parseBinding(chosen ?? '') ?? parseBinding(usual[id] ?? '')),
    ] as const;
  });
  return Object.fromEntries(entries) as Record<ShortcutId, Binding | null>;
}
