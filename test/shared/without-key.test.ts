import { expect, it } from 'vitest';
import { withoutKey } from '../../src/shared/without-key';

const key = 'sk-"abc\\def$&0123456789';

it('blots out the key, its beginning and its end, wherever they stand', () => {
  const text = `${key} and ${key}, ${key.slice(0, 8)}, ${key.slice(-8)}.`;
  expect(withoutKey(text, key)).toBe('••• and •••, •••, •••.');
});

it('knows it as JSON spells it', () => {
  expect(withoutKey(JSON.stringify({ key, end: key.slice(-8), start: key.slice(0, 8) }), key)).toBe(
    '{"key":"•••","end":"•••","start":"•••"}',
  );
});

it('leaves a text without it, and one of a request without key, as they are', () => {
  expect(withoutKey('All is well.', key)).toBe('All is well.');
  expect(withoutKey(key, null)).toBe(key);
});

it('leaves words alone that serve as a key where none is needed', () => {
  expect(withoutKey('none of the models', 'none')).toBe('none of the models');
  expect(withoutKey('', '')).toBe('');
});
