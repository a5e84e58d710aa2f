import { Search, X } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { capsOf } from '../shortcuts';
import { useApp, useSessions } from '../stores/use-stores';
import { IconButton } from '../ui/button';
import { KeyCaps } from '../ui/key-caps';
import { focusFirstHit, openFirstHit, searchFieldId } from './hit-focus';
import styles from './search-field.module.css';

const words = catalogue.chats;

/** Search over all chats; hits take the list's place while there are words in it. */
export function SearchField() {
  const query = useSessions((state) => state.query);
  const search = useSessions((state) => state.search);
  const isMac = useApp((state) => state.start?.platform === 'darwin');
  return (
    <div className={styles.field}>
      <Search size={15} aria-hidden="true" />
      <input
        id={searchFieldId}
        className={styles.input}
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        value={query}
        spellCheck={false}
        onChange={(event) => search(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape' && query !== '') {
            event.stopPropagation();
            search('');
          }
          const isDone =
            (event.key === 'ArrowDown' && focusFirstHit()) || (event.key === 'Enter' && openFirstHit());
          if (isDone) event.preventDefault();
        }}
      />
      {query === '' ? (
        <KeyCaps keys={capsOf('search', isMac)} />
      ) : (
        <IconButton label={words.clearSearch} className={styles.clear} onClick={() => search('')}>
          <X size={14} aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}
