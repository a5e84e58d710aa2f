import { bindingsOf, shortcutIds, type OwnBindings, type ShortcutId } from '../shared/key-bindings';
import { isPressed, type KeyPress } from './binding';

/** The shortcut a key press means, or null; never one while an input method composes. */
export function shortcutOf(press: KeyPress, own: OwnBindings, isMac: boolean): ShortcutId | null {
  if (press.isComposing) return null;
  const bindings = bindingsOf(own);
  return shortcutIds.find((id) => bindings[id] !== null && isPressed(bindings[id], press, isMac)) ?? null;
}
