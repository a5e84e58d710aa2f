import rehypeHighlight from 'rehype-highlight';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { MarkdownBlock } from './markdown-block';

/** Formulas as MathML, which needs neither fonts nor styles; nothing in them can load, link or grow without end. */
const limits = {
  output: 'mathml',
  trust: false,
  throwOnError: false,
  strict: 'ignore',
  maxExpand: 200,
  maxSize: 20,
} as const;
const drawing: NonNullable<Parameters<typeof MarkdownBlock>[0]['drawing']> = [
  rehypeHighlight,
  [rehypeKatex, limits],
];
// A single dollar is money far more often than it begins a formula.
const reading: NonNullable<Parameters<typeof MarkdownBlock>[0]['reading']> = [
  [remarkMath, { singleDollarTextMath: false }],
];

interface MathBlockProps {
  readonly text: string;
}

/** A block of markdown with formulas; loaded when the first one is shown. */
export function MathBlock({ text }: MathBlockProps) {
  return <MarkdownBlock text={text} drawing={drawing} reading={reading} />;
}
