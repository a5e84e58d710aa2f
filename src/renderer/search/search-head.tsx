import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useSessions } from '../stores/use-stores';
import { formatCount } from '../ui/formats';
import { KeyCaps } from '../ui/key-caps';
import { commandMark } from './commands';
import { hitView } from './hit-groups';
import styles from './search-overlay.module.css';

const words = catalogue.search;

/** How much was found and how fast, or that the search still runs. */
function Outcome() {
  const query = useSessions((state) => state.query);
  const found = useSessions((state) => state.found);
  const filters = useSessions((state) => state.filters);
  const ms = useSessions((state) => state.foundMs);
  const isFailed = useSessions((state) => state.searchError !== null);
  if (query.trim() === '' || query.startsWith(commandMark) || isFailed) return null;
  const said = (): string => {
    if (found === null) return words.searching;
    const { counts, chats } = hitView(found, filters);
    if (counts.all === 0) return words.noHits;
    const count = formatCount(counts.all);
    return words.hits(found.isMore ? words.more(count) : count, chats, ms < 1 ? '1' : ms.toFixed(0));
  };
  return (
    <span className={styles.outcome} role="status">
      {said()}
    </span>
  );
}

/** The field, and what came of it. */
export function SearchHead() {
  const query = useSessions((state) => state.query);
  const search = useSessions((state) => state.search);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <div className={styles.head}>
      <Search size={17} aria-hidden="true" />
      <Command.Input
        ref={field}
        className={styles.input}
        data-testid="search-field"
        placeholder={words.placeholder}
        aria-label={words.field}
        value={query}
        maxLength={10_000}
        spellCheck={false}
        onValueChange={search}
      />
      <Outcome />
      <KeyCaps keys={[catalogue.app.keys.escape]} />
    </div>
  );
}
