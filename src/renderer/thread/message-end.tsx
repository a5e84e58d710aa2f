import { catalogue } from '../../shared/catalogue/catalogue';
import type { Message } from '../../shared/model/message';
import { ErrorRow } from '../ui/error-row';
import styles from './message-view.module.css';

const words = catalogue.thread;

interface MessageEndProps {
  readonly message: Message;
}

/** How a message ended, where it did not end well. */
export function MessageEnd({ message }: MessageEndProps) {
  if (message.state === 'failed') {
    return (
      <div className={styles.problem}>
        <ErrorRow text={message.error?.message ?? words.failed} />
      </div>
    );
  }
  if (message.state === 'stopped') return <p className={styles.note}>{words.stopped}</p>;
  return null;
}
