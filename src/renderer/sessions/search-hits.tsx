import { Virtuoso } from 'react-virtuoso';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { SearchHit } from '../../shared/model/search';
import { useNavigation, useSessions } from '../stores/use-stores';
import { formatDay } from '../ui/formats';
import { MarkedText } from '../ui/marked-text';
import { Skeleton } from '../ui/skeleton';
import { useToday } from '../ui/use-today';
import styles from './search-hits.module.css';
import { titleOf } from './title-of';

const words = catalogue.chats;

function Hit({ hit }: { readonly hit: SearchHit }) {
  const { openChat } = useNavigation();
  const today = useToday();
  const author = hit.author ?? catalogue.app.author(hit.role);
  // Where no word of the text was found it is the speaker's name that was.
  const isNameHit = hit.author !== null && hit.marks.length === 0;
  return (
    <button type="button" className={styles.hit} onClick={() => void openChat(hit.sessionId, hit.messageId)}>
      <span className={styles.title}>{titleOf({ title: hit.sessionTitle })}</span>
      <span className={styles.excerpt}>
        <MarkedText text={hit.excerpt} marks={hit.marks} />
      </span>
      <span className={styles.place}>
        {words.hitPosition(hit.position)} {isNameHit ? <b className={styles.name}>{author}</b> : author}
        {words.hitDay(formatDay(hit.createdAt, today))}
      </span>
    </button>
  );
}

/** What the search found, in the place of the chat list; a click opens the chat at the message. */
export function SearchHits() {
  const hits = useSessions((state) => state.hits);
  if (hits === null) return <Skeleton label={words.searchResults} widths={[60, 90, 40, 70, 90, 40]} />;
  return (
    <section className={styles.hits} aria-label={words.searchResults}>
      <p className={styles.head} role="status">
        {hits.length === 0 ? words.noHits : words.hits(hits.length)}
      </p>
      <div className={styles.list}>
        <Virtuoso
          data={hits}
          computeItemKey={(_index, hit) => hit.messageId}
          itemContent={(_index, hit) => <Hit hit={hit} />}
          tabIndex={-1}
        />
      </div>
    </section>
  );
}
