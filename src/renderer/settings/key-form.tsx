import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { ProviderView } from '../../shared/model/provider';
import { useApp } from '../stores/use-stores';
import { Button } from '../ui/button';
import models from './models.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.models;

interface KeyFormProps {
  readonly provider: ProviderView;
  readonly onClose: () => void;
}

/** Takes a key; what was typed is gone from the field the moment it is given to main. */
export function KeyForm({ provider, onClose }: KeyFormProps) {
  const setKey = useApp((state) => state.setKey);
  const [typed, setTyped] = useState('');
  const submit = (): void => {
    const key = typed.trim();
    if (key === '') return;
    setTyped('');
    onClose();
    void setKey(provider.id, key);
  };
  return (
    <form
      className={models.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <input
        className={models.field}
        type="password"
        autoComplete="off"
        spellCheck={false}
        autoFocus
        aria-label={words.keyOf(provider.name)}
        data-testid="key-field"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className={styles.quiet}>{provider.canSaveKey ? words.keyHint : words.noKeychain}</p>
      <span className={models.buttons}>
        <Button isMain type="submit" disabled={typed.trim() === ''}>
          {words.saveKey}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </span>
    </form>
  );
}
