import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp, useNavigation, useSessions } from '../stores/use-stores';
import { EngramMark } from '../ui/engram-mark';
import { ErrorRow } from '../ui/error-row';
import { useTellInteractive } from '../use-tell-interactive';
import { UserMenu } from '../users/user-menu';
import { KeyCard } from './key-card';
import { LocalCard } from './local-card';
import { MemoryFigure } from './memory-figure';
import { SampleCard } from './sample-card';
import styles from './welcome-pane.module.css';

const words = catalogue.welcome;

/** The ways to begin that need no card. */
function OtherWays() {
  const { newChat } = useNavigation();
  const chooseImport = useSessions((state) => state.chooseImport);
  const show = useApp((state) => state.show);
  const ways = [
    { label: words.newChat, go: () => void newChat() },
    { label: words.import.action, go: () => void chooseImport() },
    { label: catalogue.app.settings, go: () => show('settings') },
  ];
  return (
    <ul className={styles.ways} aria-label={words.otherWays}>
      {ways.map(({ label, go }) => (
        <li key={label}>
          <button type="button" className={styles.link} onClick={go}>
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The first screen, while there is no chat: what the program does, and the ways to begin. */
export function WelcomePane() {
  const error = useSessions((state) => state.error);
  useTellInteractive();
  return (
    <main className={styles.pane} data-testid="welcome">
      <div className={styles.inner}>
        <div className={styles.user}>
          <UserMenu look="pill" />
        </div>
        <p className={styles.brand}>
          <EngramMark size={26} />
          {catalogue.app.name}
        </p>
        <h1 className={styles.heading}>{words.heading}</h1>
        <p className={styles.lead}>{words.lead}</p>
        <MemoryFigure />
        <div className={styles.cards}>
          <SampleCard />
          <KeyCard />
          <LocalCard />
        </div>
        {error !== null && (
          <div className={styles.problem}>
            <ErrorRow text={error.message} />
          </div>
        )}
        <OtherWays />
        <p className={styles.foot}>{words.foot}</p>
      </div>
    </main>
  );
}
