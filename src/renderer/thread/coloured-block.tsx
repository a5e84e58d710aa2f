import rehypeHighlight from 'rehype-highlight';
import { MarkdownBlock } from './markdown-block';

const drawing = [rehypeHighlight];

interface ColouredBlockProps {
  readonly text: string;
}

/** A block of markdown whose code is coloured where its language is known; loaded when the first one is shown. */
export function ColouredBlock({ text }: ColouredBlockProps) {
  return <MarkdownBlock text={text} drawing={drawing} />;
}
