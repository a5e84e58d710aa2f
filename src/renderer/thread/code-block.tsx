import type { ReactNode } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import styles from './code-block.module.css';
import { CopyButton } from './copy-button';

const words = catalogue.reply;

interface CodeBlockProps {
  /** As the fence names it; null where it names none. */
  readonly language: string | null;
  readonly text: string;
  /** The code as it is drawn, coloured or plain. */
  readonly children: ReactNode;
}

/** A block of code: its language, a way to copy it, and the code. */
export function CodeBlock({ language, text, children }: CodeBlockProps) {
  return (
    <div className={styles.block} data-testid="code-block">
      <div className={styles.head}>
        <span className={styles.language}>{language ?? words.plainCode}</span>
        <CopyButton label={words.copyCode} text={text} />
      </div>
      <pre tabIndex={0}>{children}</pre>
    </div>
  );
}
