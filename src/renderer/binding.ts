import { catalogue } from '../shared/catalogue/catalogue';
import { writeBinding, type Binding } from '../shared/key-bindings';

const { keys } = catalogue.app;

/** The parts of a keyboard event that a shortcut is told by. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}

/** Keys that hold no combination by themselves. */
const bare: ReadonlySet<string> = new Set([
  'control',
  'meta',
  'alt',
  'altgraph',
  'shift',
  'dead',
  'process',
  'unidentified',
]);
/** Combinations that text fields, the window or the system need; R would reload, were there a reload. */
const taken: ReadonlySet<string> = new Set(
  ['a', 'c', 'v', 'x', 'z', 'y', 'r', 'q', 'w', 'enter'].map((key) => `mod+${key}`),
);

/** The combination that a key press makes; null while only modifiers are down. */
export function bindingOf(press: KeyPress, isMac: boolean): Binding | null {
  const key = press.key.toLowerCase();
  if (press.isComposing || bare.has(key) || key === '+') return null;
  return {
    mod: isMac ? press.metaKey : press.ctrlKey,
    ctrl: isMac && press.ctrlKey,
    alt: press.altKey,
    shift: press.shiftKey,
    key: key === ' ' ? 'space' : key,
  };
}

/** Whether a combination can be given to a shortcut: not plain typing, and nothing that is needed elsewhere. */
export function isBindable(binding: Binding): boolean {
  const isCommand = binding.mod || binding.ctrl || binding.alt || /^(?:escape|f\d{1,2})$/.test(binding.key);
  return isCommand && !taken.has(writeBinding(binding));
}

/** Whether a key press makes a combination. */
export function isPressed(binding: Binding, press: KeyPress, isMac: boolean): boolean {
  const key = press.key.toLowerCase();
  const isKey = binding.key === 'digit' ? /^[1-9]$/.test(key) : binding.key === (key === ' ' ? 'space' : key);
  // On some keyboards a sign such as “/” is typed with Shift.
  const isSign = binding.key.length === 1 && !/[\p{L}\p{N}]/u.test(binding.key);
  return (
    isKey &&
    press.altKey === binding.alt &&
    (isSign || press.shiftKey === binding.shift) &&
    press.metaKey === (isMac && binding.mod) &&
    press.ctrlKey === (isMac ? binding.ctrl : binding.mod || binding.ctrl)
  );
}

/** The caps of a combination as they are written on this platform: ⌘K, Ctrl K. */
export function capsOf(binding: Binding, isMac: boolean): readonly string[] {
  const named: Readonly<Partial<Record<string, string>>> = {
    escape: keys.escape,
    digit: keys.digit,
    tab: keys.tab,
  };
  const last = named[binding.key] ?? binding.key.replace(/^./u, (first) => first.toUpperCase());
  const mods = [
    ...(binding.mod ? [isMac ? keys.command : keys.control] : []),
    ...(binding.ctrl ? [keys.control] : []),
    ...(binding.alt ? [isMac ? keys.option : keys.alt] : []),
    ...(binding.shift ? [keys.shift] : []),
  ];
  const isJoined = isMac && mods.length === 1 && binding.mod;
  return isJoined ? [`${mods.join('')}${last}`] : [...mods, last];
}
