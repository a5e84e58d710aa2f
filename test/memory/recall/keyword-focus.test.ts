import { describe, expect, it } from 'vitest';
import { keywordFocus } from '../../../src/main/memory/recall/keyword-focus';

const filler = 'Nothing of note happened on the quay that day. ';

describe('where a quote of a long message begins', () => {
  it('is the sentence near which most of what is asked stands', () => {
    const answer = 'The pilot boat is called Marisol.';
    const text = `${filler.repeat(30)}A boat came in. ${filler.repeat(30)}${answer} ${filler.repeat(30)}`;
    expect(keywordFocus(text, ['pilot', 'boat', 'call'])).toBe(text.indexOf(answer));
  });

  it('is found by pairs of characters where a script has no spaces', () => {
    const text = `${'今日は庭で働いた。'.repeat(100)}水先船の名前はマリソルです。${'今日は庭で働いた。'.repeat(100)}`;
    expect(keywordFocus(text, ['水先', '先船', '名前'])).toBe(text.indexOf('水先船'));
  });

  it('is the beginning where nothing matches, and where the text is empty', () => {
    expect(keywordFocus(filler.repeat(20), ['marisol'])).toBe(0);
    expect(keywordFocus('', ['marisol'])).toBe(0);
    expect(keywordFocus(filler, [])).toBe(0);
  });

  it('never lies within a character', () => {
    const text = `${'👩‍👩‍👧‍👦'.repeat(80)}marisol ${filler.repeat(5)}`;
    expect(text.slice(keywordFocus(text, ['marisol'])).startsWith('marisol')).toBe(true);
  });
});
