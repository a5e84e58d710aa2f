import { cleanup, waitFor } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Markdown } from '../../../src/renderer/thread/markdown';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';

const snippets = 10_000;
const perPage = 250;

/** What would load, run, submit, move the page or cover it. */
const active =
  'script, style, iframe, frame, object, embed, img, picture, source, video, audio, track, svg, image, use, link, meta, base, form, input, button[type="submit"], textarea, select, portal, template, [srcdoc], [src], [srcset], [data], [formaction], [action], [xlink\\:href], [ping], [id]:not([id^="user-content-"]), [name]';

/** How a column is aligned, and the colour of a formula that is none; set by script, as the policy allows. */
const harmlessStyle = /^(text-align: (left|center|right);|color: rgb\(\d+, \d+, \d+\);)?$/;

const addresses = fc.constantFrom(
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'java&#10;script:alert(1)',
  '&#106;avascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'data:image/svg+xml;base64,PHN2Zz4=', 'vbscript:x',
  'file:///etc/passwd', 'app://engram/index.html', '//evil.example/x', '\\\\evil.example\\x', 'http://evil.example', 'blob:x',
  'https://good.example@evil.example/', 'https://evil.example/pixel.png', 'https://xn--80ak6aa92e.com', 'about:blank', '#x', '../x',
  'https:\\evil.example', 'https://evil.example/"onmouseover="alert(1)', "https://evil.example/'><img src=x onerror=alert(1)>",
); // prettier-ignore

const html = fc.constantFrom(
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '<iframe srcdoc="<script>1</script>">',
  '<a href="javascript:alert(1)">x</a>', '<math><mtext></mtext><mglyph><style><img src=x onerror=1></style></mglyph></math>',
  '<style>@import "https://evil.example/a.css"</style>', '<link rel=stylesheet href=//evil.example>', '<base href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=//evil.example">', '<form action=//evil.example><input name=q></form>', '<object data=x>',
  '<video poster=//evil.example src=x></video>', '<input autofocus onfocus=alert(1)>', '<details open ontoggle=alert(1)>', '<!-- x -->',
  '<![CDATA[<script>1</script>]]>', '<?php x ?>', '<div style="position:fixed;inset:0">', '<template><script>1</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=1>">', '<a id=chat-list name=engram>x</a>', '<marquee onstart=alert(1)>', '</div></main>',
); // prettier-ignore

const formula = fc.constantFrom(
  '\\href{javascript:alert(1)}{x}', '\\url{javascript:alert(1)}', '\\includegraphics{https://evil.example/x.png}', '\\htmlStyle{color:red}{x}',
  '\\htmlId{chat-list}{x}', '\\htmlData{a=b}{x}', '\\def\\a{\\a\\a}\\a', '\\frac{1}{', '\\begin{matrix}', 'x^{y^{z}}', '\\color{red}', '\\text{<img src=x onerror=1>}',
); // prettier-ignore

const words = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    '\u0000',
    '\u202e',
    '\ufeff',
    '&lt;script&gt;',
    '&#x3c;script>',
    '`',
    '```',
    '~~~',
    '$$',
    '|',
    '\\',
    '\r',
    '\t',
    '> ',
    '- ',
  ),
);

/** A thing a model may write, one in another. */
const snippet: fc.Arbitrary<string> = fc.letrec<{ any: string; leaf: string }>((tie) => ({
  leaf: fc.oneof(words, html, addresses),
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.tuple(tie('any'), tie('any')).map((parts) => parts.join('')),
    fc.tuple(tie('any'), tie('any')).map((parts) => parts.join('\n\n')),
    fc.tuple(tie('any'), addresses).map(([text, to]) => `[${text}](${to})`),
    fc.tuple(tie('any'), addresses).map(([text, to]) => `[${text}](<${to}> "${text}")`),
    fc.tuple(tie('any'), addresses).map(([text, from]) => `![${text}](${from})`),
    fc.tuple(tie('any'), addresses).map(([text, to]) => `[${text}][a]\n\n[a]: ${to}\n[a]: https://x.example`),
    addresses.map((to) => `<${to}>`),
    addresses.map((to) => `www.evil.example ${to}`),
    tie('any').map((text) => `> ${text}`),
    tie('any').map((text) => `- [x] ${text}\n  1. ${text}`),
    tie('any').map((text) => `# ${text}\n***${text}***`),
    tie('any').map((text) => `| ${text} | b |\n| --- | :-: |\n| ${text} | c |`),
    tie('any').map((text) => `text[^1]\n\n[^1]: ${text}`),
    tie('any').map((text) => `\`${text}\``),
    fc
      .tuple(fc.constantFrom('js', 'html', 'x" onload="alert(1)', '<b>'), tie('any'))
      .map(([name, text]) => `\`\`\`${name}\n${text}\n\`\`\``),
    formula.map((tex) => `\\(${tex}\\)`),
    formula.map((tex) => `$$\n${tex}\n$$`),
  ),
})).any;

describe(`${String(snippets)} hostile pieces of markdown`, () => {
  afterEach(cleanup);

  it('run nothing, load nothing and lead nowhere', { timeout: 300_000 }, async () => {
    const alert = vi.fn();
    vi.stubGlobal('alert', alert);
    // React tells of links in links, which models write.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const bridge = createFakeBridge({});
    const warm = renderWithStores(bridge, <Markdown text={'$$\nx\n$$\n\n```js\nlet a\n```'} />);
    await waitFor(() => expect(warm.container.querySelector('math')).not.toBeNull(), { timeout: 30_000 });
    warm.unmount();
    const pages = snippets / perPage;
    let links = 0;
    for (let page = 0; page < pages; page += 1) {
      const texts = fc.sample(snippet, perPage);
      const { container, unmount } = renderWithStores(
        bridge,
        texts.map((text, index) => (
          <article key={index}>
            <Markdown text={text} />
          </article>
        )),
      );
      const articles = [...container.querySelectorAll('article')];
      expect(articles).toHaveLength(perPage);
      for (const [index, article] of articles.entries()) {
        const found = [...article.querySelectorAll('*')];
        // The program's own copy buttons are drawn with icons that load nothing.
        const own = found.filter((element) => element.closest('button') !== null);
        const theirs = found.filter((element) => !own.includes(element));
        const bad = theirs.filter(
          (element) =>
            element.matches(active) ||
            element.getAttributeNames().some((name) => name.startsWith('on')) ||
            !harmlessStyle.test(element.getAttribute('style') ?? ''),
        );
        expect(
          bad.map(({ outerHTML }) => outerHTML),
          JSON.stringify(texts[index]),
        ).toEqual([]);
        for (const link of article.querySelectorAll('a')) {
          links += 1;
          const { protocol, username, password, host } = new URL(link.href);
          expect([protocol, username, password], JSON.stringify(texts[index])).toEqual(['https:', '', '']);
          expect(link.title).toContain(host);
        }
      }
      unmount();
    }
    expect(links).toBeGreaterThan(snippets / 100);
    expect(alert).not.toHaveBeenCalled();
    expect(bridge.calls).toEqual([]);
  });
});
