import { catalogue } from '../../shared/catalogue/catalogue';
import type { SessionId } from '../../shared/model/ids';
import { useSessions, useThread } from '../stores/use-stores';
import styles from './suggestion-list.module.css';

const words = catalogue.composer;

/** Suggestions shown at once. */
const SHOWN = 4;

interface SuggestionListProps {
  readonly sessionId: SessionId;
  /** Whether an answer is being written, so that nothing can be asked. */
  readonly isAnswering: boolean;
}

/** Questions that are worth asking the sample chat; a click sends one. */
export function SuggestionList({ sessionId, isAnswering }: SuggestionListProps) {
  const isSample = useSessions((state) => state.opened?.id === sessionId && state.opened.isSample);
  const suggestions = useSessions((state) => state.suggestions[sessionId]);
  const isSending = useThread((state) => state.sending);
  const ask = useThread((state) => state.ask);
  if (!isSample || suggestions === undefined || suggestions.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={words.suggestions}>
      {suggestions.slice(0, SHOWN).map((question) => (
        <li key={question} className={styles.item}>
          <button
            type="button"
            className={styles.suggestion}
            data-testid="suggestion"
            disabled={isAnswering || isSending}
            onClick={() => void ask(question)}
          >
            {words.ask(question)}
          </button>
        </li>
      ))}
    </ul>
  );
}
