import { describe, expect, it } from 'vitest';
import { acceleratorOf, menuAcceleratorOf } from '../../src/main/electron/accelerator';
import { bindingsOf, parseBinding } from '../../src/shared/key-bindings';

describe('a key binding as Electron writes it', () => {
  it.each([
    ['mod+n', 'CommandOrControl+N'],
    ['mod+shift+f', 'CommandOrControl+Shift+F'],
    ['ctrl+shift+tab', 'Control+Shift+Tab'],
    ['alt+space', 'Alt+Space'],
    ['mod+,', 'CommandOrControl+,'],
    ['mod+arrowup', 'CommandOrControl+Up'],
    ['f6', 'F6'],
  ])('of %s is %s', (text, accelerator) => {
    expect(acceleratorOf(parseBinding(text)!)).toBe(accelerator);
  });

  it.each(['mod+digit', 'mod+ö', 'mod+audiovolumemute'])(
    'is none for %s, which it has no name for',
    (text) => {
      expect(acceleratorOf(parseBinding(text)!)).toBeNull();
    },
  );

  it('is not named by a menu of macOS where it is a key alone, which the menu would take from every dialog', () => {
    const escape = parseBinding('escape')!;
    expect(menuAcceleratorOf(escape, true)).toBeNull();
    expect(menuAcceleratorOf(escape, false)).toBe('Esc');
    expect(menuAcceleratorOf(parseBinding('mod+n')!, true)).toBe('CommandOrControl+N');
  });

  it('names every usual binding but the one that stands for nine', () => {
    const bindings = Object.entries(bindingsOf({})).filter(
      ([id]) => id !== 'chatByNumber' && id !== 'summon',
    );
    for (const [, binding] of bindings) expect(acceleratorOf(binding!)).not.toBeNull();
  });
});
