import { lazy, memo, Suspense } from 'react';
import { MarkdownBlock } from './markdown-block';
import { hasMath, withMathMarks } from './math-marks';
import styles from './markdown.module.css';
import { splitBlocks } from './split-blocks';

const ColouredBlock = lazy(async () => ({ default: (await import('./coloured-block')).ColouredBlock }));

const MathBlock = lazy(async () => ({ default: (await import('./math-block')).MathBlock }));

/** A fence that names a language. */
const namedFence = /^ {0,3}(?:`{3,}|~{3,})[^\s`~]/m;

interface MarkdownProps {
  readonly text: string;
}

/** Drawn again only when its own words change: while a reply grows, that is the last block alone. */
const Block = memo(function Block({ text }: MarkdownProps) {
  const plain = <MarkdownBlock text={text} />;
  const marked = withMathMarks(text);
  if (hasMath(marked)) {
    return (
      <Suspense fallback={plain}>
        <MathBlock text={marked} />
      </Suspense>
    );
  }
  if (!namedFence.test(text)) return plain;
  return (
    <Suspense fallback={plain}>
      <ColouredBlock text={text} />
    </Suspense>
  );
});

/** Text of a model or an import as markdown, block by block. */
export const Markdown = memo(function Markdown({ text }: MarkdownProps) {
  return (
    <div className={styles.text}>
      {splitBlocks(text).map((block, index) => (
        <Block key={index} text={block} />
      ))}
    </div>
  );
});
