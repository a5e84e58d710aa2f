import { describe, expect, it } from 'vitest';
import type { KeyPress } from '../../src/renderer/shortcuts';
import { capsOf, shortcutOf, shortcuts } from '../../src/renderer/shortcuts';
import { catalogue } from '../../src/shared/catalogue/catalogue';

const press = (change: Partial<KeyPress>): KeyPress => ({
  key: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  ...change,
});

describe('the shortcuts', () => {
  it('each have a key of their own and a name', () => {
    const combinations = shortcuts.map((each) => `${each.mod} ${each.shift} ${each.key}`);
    expect(new Set(combinations).size).toBe(shortcuts.length);
    expect(shortcuts.map((each) => each.id).sort()).toEqual(Object.keys(catalogue.app.shortcuts).sort());
  });

  it('take Ctrl elsewhere and Cmd on macOS, and not both', () => {
    expect(shortcutOf(press({ key: 'k', ctrlKey: true }), false)).toBe('search');
    expect(shortcutOf(press({ key: 'K', metaKey: true }), true)).toBe('search');
    expect(shortcutOf(press({ key: 'k', ctrlKey: true }), true)).toBeNull();
    expect(shortcutOf(press({ key: 'k', ctrlKey: true, metaKey: true }), false)).toBeNull();
  });

  it('tell Esc from Shift+Esc, and leave plain letters and Alt alone', () => {
    expect(shortcutOf(press({ key: 'Escape' }), false)).toBe('stop');
    expect(shortcutOf(press({ key: 'Escape', shiftKey: true }), false)).toBe('focusComposer');
    expect(shortcutOf(press({ key: 'n' }), false)).toBeNull();
    expect(shortcutOf(press({ key: 'n', ctrlKey: true, altKey: true }), false)).toBeNull();
  });

  it('never fire while an input method composes, and never bind R', () => {
    expect(shortcutOf(press({ key: 'n', ctrlKey: true, isComposing: true }), false)).toBeNull();
    expect(shortcuts.some((each) => each.key === 'r')).toBe(false);
  });

  it('are written as each platform writes them', () => {
    expect(capsOf('search', true)).toEqual(['⌘K']);
    expect(capsOf('search', false)).toEqual(['Ctrl', 'K']);
  });
});
