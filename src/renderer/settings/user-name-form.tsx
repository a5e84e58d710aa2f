import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { userNameLength } from '../../shared/model/user';
import { Button } from '../ui/button';
import models from './models.module.css';
import styles from './users-card.module.css';

const words = catalogue.users;

interface UserNameFormProps {
  readonly label: string;
  readonly initial: string;
  readonly action: string;
  /** Answers whether the name was taken; then the form closes. */
  readonly onSubmit: (name: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Asks for a name. */
export function UserNameForm({ label, initial, action, onSubmit, onClose }: UserNameFormProps) {
  const [name, setName] = useState(initial);
  const submit = async (): Promise<void> => {
    if (await onSubmit(name.trim())) onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void submit();
      }}
    >
      <input
        className={models.field}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        placeholder={words.name}
        maxLength={userNameLength}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      />
      <Button isMain type="submit" disabled={name.trim() === ''}>
        {action}
      </Button>
      <Button onClick={onClose}>{catalogue.app.cancel}</Button>
    </form>
  );
}
