import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { Button } from '../ui/button';
import styles from './profile-tab.module.css';

const words = catalogue.profile;

interface FactFieldProps {
  readonly label: string;
  readonly initial: string;
  /** Whether the words may stay as they are. */
  readonly isNew: boolean;
  /** Answers whether the words were taken. */
  readonly onSave: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Where the words of a fact are written. */
export function FactField({ label, initial, isNew, onSave, onClose }: FactFieldProps) {
  const [text, setText] = useState(initial);
  const isSame = !isNew && text === initial;
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        void onSave(text).then((isTaken) => {
          if (isTaken) onClose();
        });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <input
        className={styles.field}
        autoFocus
        aria-label={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" isMain disabled={text.trim() === '' || isSame}>
        {words.save}
      </Button>
      <Button onClick={onClose}>{catalogue.app.cancel}</Button>
    </form>
  );
}
