import type { ReactNode } from 'react';
import { joinClasses } from './join-classes';
import styles from './tag.module.css';

interface TagProps {
  readonly tone: 'good' | 'info' | 'warning' | 'bad' | 'quiet' | 'summary';
  readonly children: ReactNode;
}

/** A state in a word or two; the colour only repeats what the word says. */
export function Tag({ tone, children }: TagProps) {
  return <span className={joinClasses(styles.tag, styles[tone])}>{children}</span>;
}
