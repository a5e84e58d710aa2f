import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Markdown } from '../../../src/renderer/thread/markdown';
import { safeLink } from '../../../src/renderer/thread/safe-link';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';

function show(text: string) {
  const bridge = createFakeBridge({ 'app.openExternal': () => ({ opened: true }) });
  return { bridge, ...renderWithStores(bridge, <Markdown text={text} />) };
}

describe('markdown of a reply', () => {
  afterEach(cleanup);

  it('draws no HTML, no script and no frame of what a model writes', () => {
    const { container } = show(
      'a <b>bold</b> <img src=x onerror=alert(1)> <script>alert(1)</script><iframe></iframe>',
    );
    expect(container.querySelector('b, img, script, iframe')).toBeNull();
  });

  it('loads no image', () => {
    const { container } = show('![cat](https://example.org/cat.png)');
    expect(container.querySelector('img')).toBeNull();
  });

  it('offers https links only, and opens them by asking main', () => {
    const { bridge } = show(
      '[good](https://example.org/a) [js](javascript:alert(1)) [plain](http://example.org) [file](file:///etc/passwd)',
    );
    const links = screen.getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual(['good']);
    const wentAway = fireEvent.click(links[0]!);
    expect(wentAway).toBe(false);
    expect(bridge.calls).toEqual([{ name: 'app.openExternal', input: { url: 'https://example.org/a' } }]);
  });

  it('draws the quotes of an offline reply', () => {
    const { container } = show('Found:\n\n> **Ana, 3 March**\n> by 14 March');
    expect(container.querySelector('blockquote')?.textContent).toContain('by 14 March');
  });

  it('lets each part stand as its language is written, and code from the left', () => {
    const { container } = show(
      'مرحبا Engram\n\n- القط اسمه لوكي\n- Loki is a cat\n\n> שלום\n\n| א | b |\n|---|---|\n| c | d |\n\n```\nlet x = 1\n```\n\n123 hello',
    );
    const directions = [...container.querySelectorAll('p, ul, li, blockquote, table, pre')].map(
      (element) => `${element.tagName.toLowerCase()} ${element.getAttribute('dir') ?? '-'}`,
    );
    expect(directions).toEqual([
      'p rtl',
      'ul rtl',
      'li -',
      'li -',
      'blockquote rtl',
      'p -',
      'table rtl',
      'pre -',
      'p -',
    ]);
  });

  it('takes no link with credentials in it', () => {
    expect(safeLink('https://ana:secret@example.org')).toBeNull();
    expect(safeLink('//example.org')).toBeNull();
    expect(safeLink('https://example.org')?.host).toBe('example.org');
  });
});
