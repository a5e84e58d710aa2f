import { CloudOff } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useNavigation, useSessions } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { WelcomeCard } from './welcome-card';
import styles from './welcome-card.module.css';

const words = catalogue.welcome.sample;

/** The way without key and network: a chat that is long enough to show what memory does. */
export function SampleCard() {
  const setup = useSessions((state) => state.sampleSetup);
  const { openSample } = useNavigation();
  const isOpening = setup.kind === 'opening';
  return (
    <WelcomeCard
      isFirst
      icon={<CloudOff size={17} aria-hidden="true" />}
      title={words.title}
      text={words.text}
      note={words.note}
      testId="welcome-sample"
    >
      <div className={styles.steps}>
        {setup.kind === 'closed' && setup.error !== null && <ErrorRow text={setup.error.message} />}
      </div>
      <Button isWide isMain aria-busy={isOpening} onClick={() => void openSample()}>
        {isOpening ? words.busy : words.action}
      </Button>
    </WelcomeCard>
  );
}
