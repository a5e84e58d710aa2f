import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Markdown } from '../../../src/renderer/thread/markdown';
import { catalogue } from '../../../src/shared/catalogue/catalogue';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';

const words = catalogue.reply;
const show = (text: string) => renderWithStores(createFakeBridge({}), <Markdown text={text} />);

/** Stands in for the browser's copying, which the test's page lacks; gives back what would be on the clipboard. */
function watchCopying(works = true): () => string {
  let copied = '';
  // The way the page copies (copy-text.ts says why).
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand = vi.fn(() => {
    const field = document.activeElement;
    if (works && field instanceof HTMLTextAreaElement) copied = field.value;
    return works;
  });
  return () => copied;
}

describe('a block of code', () => {
  afterEach(cleanup);

  it('names its language and is coloured once the colours are loaded', async () => {
    const { container } = show('```python\nname = "Ana"  # who\n```');
    expect(screen.getByText('python')).toBeDefined();
    expect(container.querySelector('pre')?.textContent).toBe('name = "Ana"  # who\n');
    await waitFor(() => expect(container.querySelector('.hljs-string')?.textContent).toBe('"Ana"'));
    expect(container.querySelector('pre')?.textContent).toBe('name = "Ana"  # who\n');
  });

  it('stays plain where its language is unknown or not named', () => {
    const { container } = show('```\nplain <b>words</b>\n```\n\n```klingon\nqapla\n```');
    expect(container.querySelectorAll('pre')).toHaveLength(2);
    expect(container.querySelector('b')).toBeNull();
    expect(screen.getByText(words.plainCode)).toBeDefined();
  });

  it('lets a model add no classes and no spans of its own', async () => {
    const { container } = show('<span class="evil">x</span>\n\n```js\nconst a = "<span class=evil>";\n```');
    await waitFor(() => expect(container.querySelector('.hljs-keyword')).not.toBeNull());
    expect(container.querySelector('.evil')).toBeNull();
  });

  it('copies its words, without colours or a last line break, and says so', () => {
    const copied = watchCopying();
    show('```js\nconst a = 1;\nconst b = 2;\n```');
    fireEvent.click(screen.getByRole('button', { name: words.copyCode }));
    expect(copied()).toBe('const a = 1;\nconst b = 2;');
    expect(screen.getByRole('status').textContent).toBe(words.copied);
    expect(document.querySelector('textarea')).toBeNull();
  });

  it('says when nothing was copied', () => {
    watchCopying(false);
    show('```js\nconst a = 1;\n```');
    fireEvent.click(screen.getByRole('button', { name: words.copyCode }));
    expect(screen.getByRole('status').textContent).toBe(words.copyFailed);
  });
});
