import { Search } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useSessions } from '../stores/use-stores';
import { KeyCaps } from '../ui/key-caps';
import { useCaps } from '../use-bindings';
import styles from './search-field.module.css';

const words = catalogue.chats;

/** The way to the search over all chats, where one would look for its field. */
export function SearchField() {
  const openSearch = useSessions((state) => state.openSearch);
  const caps = useCaps('search');
  return (
    <button
      type="button"
      className={styles.field}
      data-testid="open-search"
      aria-haspopup="dialog"
      onClick={() => openSearch()}
    >
      <Search size={15} aria-hidden="true" />
      <span className={styles.words}>{words.search}</span>
      <KeyCaps keys={caps} />
    </button>
  );
}
