import type { ReactNode } from 'react';
import type { Components, Options } from 'react-markdown';
import ReactMarkdown from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import { CodeBlock } from './code-block';
import { codeOf } from './code-of';
import styles from './markdown.module.css';
import { safeLink } from './safe-link';
import { rehypeDirection } from './text-direction';

/** Nothing that loads, runs or submits; what a model writes is only ever text. */
const allowed = [
  'p', 'br', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'hr',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td',
]; // prettier-ignore

/** Formulas as MathML draws them. */
const mathElements = [
  'math', 'semantics', 'annotation', 'mrow', 'mi', 'mo', 'mn', 'ms', 'mtext', 'mspace', 'msup', 'msub', 'msubsup',
  'mfrac', 'msqrt', 'mroot', 'munder', 'mover', 'munderover', 'mtable', 'mtr', 'mtd', 'mstyle', 'mpadded', 'mphantom',
  'menclose', 'mmultiscripts', 'mprescripts', 'none',
]; // prettier-ignore

/** Colours are spans, and no other way leads to one or to a formula: HTML is skipped. */
const allowedDrawn = [...allowed, 'span', ...mathElements];

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
  pre: ({ node, children }) => <CodeBlock {...codeOf(node)}>{children}</CodeBlock>,
  table: ({ dir, children }) => (
    <div className={styles.table}>
      <table dir={dir}>{children}</table>
    </div>
  ),
};

type Plugins = NonNullable<Options['rehypePlugins']>;

const remark = [remarkGfm];
const plain: Plugins = [rehypeSanitize, rehypeDirection];

interface MarkdownBlockProps {
  readonly text: string;
  /** Runs on what is clean already; its elements are drawn as they are. */
  readonly drawing?: Plugins;
  /** What else the text is read for. */
  readonly reading?: Plugins;
}

/** One block of markdown: no HTML, no images, links only to https and only by asking. */
export function MarkdownBlock({ text, drawing, reading = [] }: MarkdownBlockProps) {
  return (
    <ReactMarkdown
      skipHtml
      allowedElements={drawing === undefined ? allowed : allowedDrawn}
      unwrapDisallowed
      remarkPlugins={[...remark, ...reading]}
      rehypePlugins={drawing === undefined ? plain : [...plain, ...drawing]}
      components={components}
    >
      {text}
    </ReactMarkdown>
  );
}
