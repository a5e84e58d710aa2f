import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Exporter } from './exporter';
import { dayAndTime, isSpoken, noteOf, speakerName } from './spoken';

const words = catalogue.exporting.file;
/** Longer texts are shown as they are: a page of markup of that size is no pleasure, and takes seconds to make. */
const longestMarkdown = 20_000;

const style = `:root{color-scheme:light dark;--ink:light-dark(#1d1b18,#f1ede6);--mute:light-dark(#68625a,#a69e93);--line:light-dark(#e4e0d8,#332e29);--soft:light-dark(#f1eee8,#2a2622)}
body{max-width:46rem;margin:2rem auto;padding:0 1rem;background:light-dark(#fff,#151311);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
h1{margin:3rem 0 .25rem;font-size:1.5rem}.note{color:var(--mute);font-size:.8rem}
article{margin:1.25rem 0;padding:.75rem 1rem;border:1px solid var(--line);border-radius:.75rem;break-inside:avoid}
article.user{background:var(--soft)}article h2{margin:0;font-size:.9rem}
pre{overflow-x:auto;padding:.75rem;border-radius:.5rem;background:var(--soft);white-space:pre-wrap}
table{border-collapse:collapse}td,th{padding:.25rem .5rem;border:1px solid var(--line)}
.plain{white-space:pre-wrap}@media print{body{margin:0;max-width:none}article{border-color:#ccc}h1{break-before:page}}`;

/**
 * One page for reading and printing. What was said is untrusted: markup in it is text, its images and scripts are never
 * loaded (the page's own policy allows none), its links have no harmful schemes.
 */
export const htmlExporter: Exporter = {
  format: 'html',
  extension: 'html',
  begin: ({ exportedAt }) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${words.title}</title>
<style>${style}</style></head><body>
<p class="note">${escapeHtml(words.exported(dayAndTime(exportedAt)))}</p>
`,
  beginChat: ({ title, createdAt }) =>
    `<h1 dir="auto">${escapeHtml(title)}</h1>\n<p class="note">${dayAndTime(createdAt)}</p>\n`,
  message: (message) =>
    isSpoken(message)
      ? `<article class="${message.role}"><h2>${escapeHtml(speakerName(message))}</h2>
<p class="note">${escapeHtml(noteOf(message))}</p>
<div dir="auto">${rendered(message.content)}</div></article>
`
      : '',
  endChat: (summaries) => {
    const current = summaries.find((summary) => summary.current);
    if (current === undefined) return '';
    const heading = words.summary(current.version, current.fromPosition, current.toPosition);
    return `<h2>${escapeHtml(heading)}</h2>\n<p class="plain" dir="auto">${escapeHtml(current.text)}</p>\n`;
  },
  end: (facts) => {
    const held = facts.filter(({ state }) => state !== 'past');
    const items = held.map(({ text }) => `<li dir="auto">${escapeHtml(text)}</li>`).join('\n');
    const profile = held.length === 0 ? '' : `<h1>${words.profile}</h1>\n<ul>\n${items}\n</ul>\n`;
    return `${profile}</body></html>\n`;
  },
};

function rendered(text: string): string {
  if (text.length > longestMarkdown) return `<p class="plain">${escapeHtml(text)}</p>`;
  return micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
