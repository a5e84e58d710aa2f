import { describe, expect, it } from 'vitest';
import type { KeyPress } from '../../src/renderer/binding';
import { bindingOf, capsOf, isBindable } from '../../src/renderer/binding';
import { shortcutOf } from '../../src/renderer/shortcuts';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { bindingsOf, parseBinding, shortcutIds, writeBinding } from '../../src/shared/key-bindings';

const press = (change: Partial<KeyPress>): KeyPress => ({
  key: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  ...change,
});

const usual = (change: Partial<KeyPress>, isMac = false) => shortcutOf(press(change), {}, isMac);

describe('the shortcuts', () => {
  it('each have keys of their own and a name', () => {
    const { summon, ...bound } = bindingsOf({});
    const bindings = Object.values(bound).map((binding) => writeBinding(binding!));
    expect(new Set(bindings).size).toBe(shortcutIds.length - 1);
    // What works in every program is the user's to choose.
    expect(summon).toBeNull();
    expect([...shortcutIds].sort()).toEqual(Object.keys(catalogue.app.shortcuts).sort());
  });

  it('take Ctrl elsewhere and Cmd on macOS, and not both', () => {
    expect(usual({ key: 'k', ctrlKey: true })).toBe('search');
    expect(usual({ key: 'K', metaKey: true }, true)).toBe('search');
    expect(usual({ key: 'k', ctrlKey: true }, true)).toBeNull();
    expect(usual({ key: 'k', ctrlKey: true, metaKey: true })).toBeNull();
  });

  it.each([
    [{ key: 'n', ctrlKey: true }, 'newChat'],
    [{ key: ',', ctrlKey: true }, 'settings'],
    [{ key: '/', ctrlKey: true }, 'shortcutList'],
    [{ key: '/', ctrlKey: true, shiftKey: true }, 'shortcutList'],
    [{ key: 'f', ctrlKey: true }, 'findInChat'],
    [{ key: 'F', ctrlKey: true, shiftKey: true }, 'findInAll'],
    [{ key: 'b', ctrlKey: true }, 'toggleSidebar'],
    [{ key: '1', ctrlKey: true }, 'chatByNumber'],
    [{ key: '9', ctrlKey: true }, 'chatByNumber'],
    [{ key: '0', ctrlKey: true }, null],
    [{ key: 'Tab', ctrlKey: true }, 'nextChat'],
    [{ key: 'Tab', ctrlKey: true, shiftKey: true }, 'previousChat'],
    [{ key: 'Tab' }, null],
  ] as const)('know what %j means', (change, id) => {
    expect(usual(change)).toBe(id);
  });

  it('tell Esc from Shift+Esc, and leave plain letters and Alt alone', () => {
    expect(usual({ key: 'Escape' })).toBe('stop');
    expect(usual({ key: 'Escape', shiftKey: true })).toBe('focusComposer');
    expect(usual({ key: 'n' })).toBeNull();
    expect(usual({ key: 'n', ctrlKey: true, altKey: true })).toBeNull();
  });

  it('never fire while an input method composes, and never bind R', () => {
    expect(usual({ key: 'n', ctrlKey: true, isComposing: true })).toBeNull();
    expect(Object.values(bindingsOf({})).some((binding) => binding?.key === 'r')).toBe(false);
    expect(isBindable(parseBinding('mod+r')!)).toBe(false);
  });

  it('follow the user’s own keys, and the usual ones where those make no sense', () => {
    const own = { newChat: 'mod+shift+o', search: null, settings: '++' };
    expect(shortcutOf(press({ key: 'O', ctrlKey: true, shiftKey: true }), own, false)).toBe('newChat');
    expect(shortcutOf(press({ key: 'n', ctrlKey: true }), own, false)).toBeNull();
    expect(shortcutOf(press({ key: 'k', ctrlKey: true }), own, false)).toBeNull();
    expect(shortcutOf(press({ key: ',', ctrlKey: true }), own, false)).toBe('settings');
  });

  it('are written as each platform writes them', () => {
    expect(capsOf(parseBinding('mod+k')!, true)).toEqual(['⌘K']);
    expect(capsOf(parseBinding('mod+k')!, false)).toEqual(['Ctrl', 'K']);
    expect(capsOf(parseBinding('ctrl+shift+tab')!, false)).toEqual(['Ctrl', 'Shift', 'Tab']);
    expect(capsOf(parseBinding('mod+digit')!, false)).toEqual(['Ctrl', '1–9']);
  });
});

describe('keys that the user presses for a shortcut', () => {
  it('become a binding once more than a modifier is down', () => {
    expect(bindingOf(press({ key: 'Control', ctrlKey: true }), false)).toBeNull();
    expect(writeBinding(bindingOf(press({ key: 'J', ctrlKey: true, shiftKey: true }), false)!)).toBe(
      'mod+shift+j',
    );
    expect(writeBinding(bindingOf(press({ key: 'j', metaKey: true }), true)!)).toBe('mod+j');
    expect(writeBinding(bindingOf(press({ key: ' ', altKey: true }), false)!)).toBe('alt+space');
  });

  it.each(['j', 'shift+j', 'mod+c', 'mod+v', 'mod+r', 'mod+enter'])(
    'cannot be %s, which is needed elsewhere',
    (text) => {
      expect(isBindable(parseBinding(text)!)).toBe(false);
    },
  );

  it.each(['mod+j', 'alt+j', 'f6', 'mod+shift+c'])('can be %s', (text) => {
    expect(isBindable(parseBinding(text)!)).toBe(true);
  });
});
