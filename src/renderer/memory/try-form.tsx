import { Search } from 'lucide-react';
import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useMemory } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { Tag } from '../ui/tag';
import pane from './memory-pane.module.css';
import styles from './recall-tab.module.css';

const words = catalogue.memory;

interface TryFormProps {
  /** What the shown turn asked. */
  readonly query: string;
  /** The turn whose recall is shown; null while a try is. */
  readonly turnNumber: number | null;
}

/** A question to try on memory; it sends nothing and changes nothing. */
export function TryForm({ query, turnNumber }: TryFormProps) {
  const [text, setText] = useState(query);
  const tryRecall = useMemory((state) => state.tryRecall);
  const isTrying = useMemory((state) => state.isTrying);
  const error = useMemory((state) => state.tryError);
  const degraded = useMemory((state) => (state.tried ?? state.snapshot?.recall)?.degraded ?? null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void tryRecall(text);
      }}
    >
      <div className={styles.try}>
        <div className={styles.field}>
          <Search size={15} aria-hidden="true" />
          <input
            className={styles.input}
            aria-label={words.tryField}
            placeholder={words.tryPlaceholder}
            value={text}
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
          />
          {turnNumber !== null && text === query && <Tag tone="quiet">{words.fromTurn(turnNumber)}</Tag>}
        </div>
        <Button type="submit" isMain className={styles.button} disabled={isTrying || text.trim() === ''}>
          {words.try}
        </Button>
      </div>
      <p className={`${pane.quiet ?? ''} ${styles.hint ?? ''}`}>
        {words.tryHint} {degraded ?? ''}
      </p>
      {error !== null && (
        <div className={styles.problem}>
          <ErrorRow text={error.message} />
        </div>
      )}
    </form>
  );
}
