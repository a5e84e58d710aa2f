import { Hourglass } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { TurnId } from '../../shared/model/ids';
import { useThread } from '../stores/use-stores';
import { useSecondsUntil } from './use-seconds-until';
import styles from './waiting-line.module.css';

const words = catalogue.reply;

interface WaitingLineProps {
  readonly turnId: TurnId;
}

/** Why a reply has not begun, and when its server is asked again. */
export function WaitingLine({ turnId }: WaitingLineProps) {
  const waiting = useThread((state) => state.waiting[turnId]);
  const seconds = useSecondsUntil(waiting?.until);
  if (waiting === undefined) return null;
  const { error, attempt, attempts } = waiting;
  const when = seconds > 0 ? words.waiting(seconds, attempt, attempts) : words.waitingNow(attempt, attempts);
  return (
    <p className={styles.line} data-testid="waiting">
      <Hourglass size={14} aria-hidden="true" />
      <span>
        {error.message} <span className={styles.when}>{when}</span>
      </span>
    </p>
  );
}
