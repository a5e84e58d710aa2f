import type { Binding } from '../../shared/key-bindings';

/** Keys that Electron calls by another name than the page's events do. */
const named: Readonly<Partial<Record<string, string>>> = {
  escape: 'Esc',
  tab: 'Tab',
  space: 'Space',
  enter: 'Return',
  backspace: 'Backspace',
  delete: 'Delete',
  insert: 'Insert',
  home: 'Home',
  end: 'End',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  arrowup: 'Up',
  arrowdown: 'Down',
  arrowleft: 'Left',
  arrowright: 'Right',
};

/**
 * The keys that a menu names beside a command; null for none. On macOS a menu takes the keys it names before the page
 * hears of them, so what has no modifier, such as Esc, which every dialog needs too, is not named there.
 */
export function menuAcceleratorOf(binding: Binding, isMac: boolean): string | null {
  const isBare = !binding.mod && !binding.ctrl && !binding.alt;
  return isMac && isBare ? null : acceleratorOf(binding);
}

/** A binding as Electron writes it, such as `CommandOrControl+Shift+F`; null where it has no name for the keys. */
export function acceleratorOf(binding: Binding): string | null {
  const key =
    named[binding.key] ?? (/^(?:[!-~]|f\d{1,2})$/.test(binding.key) ? binding.key.toUpperCase() : null);
  if (key === null) return null;
  return [
    ...(binding.mod ? ['CommandOrControl'] : []),
    ...(binding.ctrl ? ['Control'] : []),
    ...(binding.alt ? ['Alt'] : []),
    ...(binding.shift ? ['Shift'] : []),
    key,
  ].join('+');
}
