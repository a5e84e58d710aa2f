import { FileDown, MessageSquarePlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp, useNavigation, useSessions } from '../stores/use-stores';
import { Button } from '../ui/button';
import { EngramMark } from '../ui/engram-mark';
import { joinClasses } from '../ui/join-classes';
import { MemoryFigure } from './memory-figure';
import styles from './welcome-pane.module.css';

const words = catalogue.welcome;

interface CardProps {
  readonly icon: ReactNode;
  readonly text: typeof words.start | typeof words.import;
  readonly isFirst?: boolean;
  readonly onAction: () => void;
}

function Card({ icon, text, isFirst = false, onAction }: CardProps) {
  return (
    <section className={joinClasses(styles.card, isFirst && styles.first)}>
      <span className={styles.tile}>{icon}</span>
      <h2 className={styles.cardTitle}>{text.title}</h2>
      <p className={styles.text}>{text.text}</p>
      <Button isWide isMain={isFirst} onClick={onAction}>
        {text.action}
      </Button>
      <p className={styles.note}>{text.note}</p>
    </section>
  );
}

/** The first screen, while there is no chat: what the program does, and the two ways to begin. */
export function WelcomePane() {
  const { newChat } = useNavigation();
  const chooseImport = useSessions((state) => state.chooseImport);
  const show = useApp((state) => state.show);
  return (
    <main className={styles.pane}>
      <div className={styles.inner}>
        <p className={styles.brand}>
          <EngramMark size={26} />
          {catalogue.app.name}
        </p>
        <h1 className={styles.heading}>{words.heading}</h1>
        <p className={styles.lead}>{words.lead}</p>
        <MemoryFigure />
        <div className={styles.cards}>
          <Card
            isFirst
            icon={<MessageSquarePlus size={17} aria-hidden="true" />}
            text={words.start}
            onAction={() => void newChat()}
          />
          <Card
            icon={<FileDown size={17} aria-hidden="true" />}
            text={words.import}
            onAction={() => void chooseImport()}
          />
        </div>
        <p className={styles.foot}>
          {words.foot}{' '}
          <button type="button" className={styles.link} onClick={() => show('settings')}>
            {catalogue.app.settings}
          </button>
        </p>
      </div>
    </main>
  );
}
