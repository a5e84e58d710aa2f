import type { KeyboardEvent } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { SearchHit } from '../../shared/model/search';
import type { Session } from '../../shared/model/session';
import type { Found } from '../stores/sessions-state';
import { useNavigation, useSessions } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { formatDay } from '../ui/formats';
import { MarkedText } from '../ui/marked-text';
import { Skeleton } from '../ui/skeleton';
import { useToday } from '../ui/use-today';
import { focusSearchField, moveInHits, searchHitsId } from './hit-focus';
import styles from './search-hits.module.css';
import { titleMarks } from './title-marks';
import { titleOf } from './title-of';

const words = catalogue.chats;

function TitleHit({ session }: { readonly session: Session }) {
  const { openChat } = useNavigation();
  const query = useSessions((state) => state.query);
  const today = useToday();
  const title = titleOf(session);
  return (
    <button
      type="button"
      className={styles.hit}
      data-testid="title-hit"
      onClick={() => void openChat(session.id)}
    >
      <span className={styles.title}>
        <MarkedText text={title} marks={titleMarks(title, query)} />
      </span>
      <span className={styles.place}>
        {words.messages(session.messageCount)}
        {words.hitDay(formatDay(session.updatedAt, today))}
      </span>
    </button>
  );
}

function MessageHit({ hit }: { readonly hit: SearchHit }) {
  const { openChat } = useNavigation();
  const today = useToday();
  const author = hit.author ?? catalogue.app.author(hit.role);
  // Where no word of the text was found it is the speaker's name that was.
  const isNameHit = hit.author !== null && hit.marks.length === 0;
  return (
    <button
      type="button"
      className={styles.hit}
      data-testid="message-hit"
      onClick={() => void openChat(hit.sessionId, hit.messageId)}
    >
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

function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const isDone = event.key === 'Escape' ? focusSearchField() : moveInHits(event.key);
  if (!isDone) return;
  event.preventDefault();
  event.stopPropagation();
}

/** At most eighty hits, so all of them are drawn and the arrow keys reach each. */
function Hits({ found: { chats, messages } }: { readonly found: Found }) {
  const count = chats.length + messages.length;
  return (
    <section id={searchHitsId} className={styles.hits} aria-label={words.searchResults} onKeyDown={onKeyDown}>
      <p className={styles.head} role="status">
        {count === 0 ? words.noHits : words.hits(count)}
      </p>
      {chats.length > 0 && <h2 className={styles.heading}>{words.titleHits}</h2>}
      {chats.map((session) => (
        <TitleHit key={session.id} session={session} />
      ))}
      {messages.length > 0 && <h2 className={styles.heading}>{words.messageHits}</h2>}
      {messages.map((hit) => (
        <MessageHit key={hit.messageId} hit={hit} />
      ))}
    </section>
  );
}

/** What the search found, in the place of the chat list: chats by title, then messages; a click opens them. */
export function SearchHits() {
  const found = useSessions((state) => state.found);
  const error = useSessions((state) => state.searchError);
  const searchAgain = useSessions((state) => state.searchAgain);
  if (error !== null) {
    return (
      <div className={styles.problem}>
        <ErrorRow
          text={`${words.searchFailed} ${error.message}`}
          action={<Button onClick={() => void searchAgain()}>{catalogue.app.retry}</Button>}
        />
      </div>
    );
  }
  if (found === null) return <Skeleton label={words.searchResults} widths={[60, 90, 40, 70, 90, 40]} />;
  return <Hits found={found} />;
}
