import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MessageView } from '../../../src/renderer/thread/message-view';
import { injections } from '../../fixtures/injections';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { sampleMessage } from '../samples';

/** What loads, runs, submits, or covers the page. */
const active =
  'img, picture, source, svg image, script, style, iframe, object, embed, form, input, link, [style], [srcdoc]';

describe('fifty injections in the thread', () => {
  afterEach(cleanup);

  it.each(injections)('$id ($aim) is only text there', ({ text, author }) => {
    const message = sampleMessage(2, { content: text, author: author ?? null, provenance: 'imported' });
    const { container } = renderWithStores(createFakeBridge({}), <MessageView message={message} total={2} />);
    const words = container.querySelector('[data-testid="message"]');
    expect(words).not.toBeNull();
    expect(container.querySelectorAll('[data-testid="summary-divider"], [data-testid="chip"]')).toHaveLength(
      0,
    );
    const body = [...container.querySelectorAll('*')].filter((element) => element.matches(active));
    // The program's own icons are drawings that load nothing.
    expect(body.filter((element) => element.closest('button') === null)).toEqual([]);
    for (const link of container.querySelectorAll('a')) {
      const address = new URL(link.href);
      expect(address.protocol).toBe('https:');
      expect(address.username).toBe('');
      expect(link.title).toContain(address.host);
    }
    for (const handler of ['onerror', 'onload', 'onclick']) {
      expect(container.querySelector(`[${handler}]`)).toBeNull();
    }
  });
});
