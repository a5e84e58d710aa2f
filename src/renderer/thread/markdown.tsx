import type { ReactNode } from 'react';
import { memo } from 'react';
import type { Components } from 'react-markdown';
import ReactMarkdown from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import styles from './markdown.module.css';
import { safeLink } from './safe-link';

/** Nothing that loads, runs or submits; what a model writes is only ever text. */
const allowed = [
  'p', 'br', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'hr',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td',
]; // prettier-ignore

function Link({ href, children }: { readonly href?: string | undefined; readonly children?: ReactNode }) {
  const openExternal = useApp((state) => state.openExternal);
  const link = safeLink(href);
  if (link === null) return <span>{children}</span>;
  return (
    <a
      className={styles.link}
      href={link.href}
      title={catalogue.thread.openLink(link.host)}
      onClick={(event) => {
        // The page never leaves its place: main shows the host, asks, and opens the browser.
        event.preventDefault();
        void openExternal(link.href);
      }}
      onAuxClick={(event) => event.preventDefault()}
    >
      {children}
    </a>
  );
}

const components: Components = {
  a: ({ href, children }) => <Link href={href}>{children}</Link>,
  // The line break is in the text already and is drawn as such.
  br: () => null,
  table: ({ children }) => (
    <div className={styles.table}>
      <table>{children}</table>
    </div>
  ),
};

const remark = [remarkGfm];
const rehype = [rehypeSanitize];

interface MarkdownProps {
  readonly text: string;
}

/** Text of a model or an import as markdown: no HTML, no images, links only to https and only by asking. */
export const Markdown = memo(function Markdown({ text }: MarkdownProps) {
  return (
    <div className={styles.text}>
      <ReactMarkdown
        skipHtml
        allowedElements={allowed}
        unwrapDisallowed
        remarkPlugins={remark}
        rehypePlugins={rehype}
        components={components}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
});
