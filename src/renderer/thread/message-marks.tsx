import { EyeOff, Pin } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Message } from '../../shared/model/message';
import { useThread } from '../stores/use-stores';
import { Button } from '../ui/button';
import styles from './message-extras.module.css';

const words = catalogue.history;

/** Says that a message is pinned, or kept out of memory, with the way back. */
export function MessageMarks({ message }: { readonly message: Message }) {
  const setPinned = useThread((state) => state.setPinned);
  const setExcluded = useThread((state) => state.setExcluded);
  if (message.pinned) {
    return (
      <p className={styles.pinned} data-testid="pinned-mark">
        <Pin size={12} aria-hidden="true" />
        {words.pinned}
        <Button onClick={() => void setPinned(message.id, false)}>{words.unpin}</Button>
      </p>
    );
  }
  if (!message.excluded) return null;
  return (
    <p className={styles.excluded} data-testid="excluded-mark">
      <EyeOff size={12} aria-hidden="true" />
      {words.excluded}
      <Button onClick={() => void setExcluded(message.id, false)}>{words.include}</Button>
    </p>
  );
}
