import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitBlocks } from '../../../src/renderer/thread/split-blocks';

const markdown = fc
  .array(
    fc.constantFrom(
      'A paragraph.\n', '\n', '  \n', '- item\n', '1. one\n', '  goes on\n', '```ts\n', '```\n', '~~~\n', '| a | b |\n',
      '|---|---|\n', '> quote\n', '# Head\n', '    code\n', 'no end', '\r\n', '````\n',
    ), // prettier-ignore
    { maxLength: 30 },
  )
  .map((lines) => lines.join(''));

describe('the blocks of a markdown text', () => {
  it('are the text when they are joined', () => {
    fc.assert(
      fc.property(fc.oneof(markdown, fc.string()), (text) => {
        expect(splitBlocks(text).join('')).toBe(text);
      }),
    );
  });

  it('stay as they are but for the last one when the text grows', () => {
    fc.assert(
      fc.property(markdown, markdown, (text, more) => {
        const before = splitBlocks(text);
        expect(splitBlocks(text + more).slice(0, Math.max(0, before.length - 1))).toEqual(
          before.slice(0, -1),
        );
      }),
    );
  });

  it.each([
    ['paragraphs', 'One.\n\nTwo.\n\nThree.', 3],
    ['a fence with blank lines in it', '```ts\nconst a = 1;\n\nconst b = 2;\n```\n\nAfter.', 2],
    ['a fence that never ends', '```\na\n\nb\n\nc', 1],
    ['a longer fence around a shorter one', '````\n```\n\n```\n\nx\n````\n\nAfter.', 2],
    ['a loose list', '- one\n\n- two\n\n  more of two\n\nAfter.', 2],
    ['a numbered list', '1. one\n\n2. two', 1],
    ['a table', '| a |\n|---|\n| 1 |\n\nAfter.', 2],
    ['links that are defined elsewhere', 'See [here][1].\n\n[1]: https://example.org', 1],
    ['nothing', '', 0],
  ])('keep together what belongs together: %s', (_name, text, count) => {
    expect(splitBlocks(text)).toHaveLength(count);
  });
});
