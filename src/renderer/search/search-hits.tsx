import { Command } from 'cmdk';
import { BookText, CornerDownLeft, MessageSquare, MessagesSquare, SearchX, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { FactHit, SearchHit, SummaryHit } from '../../shared/model/search';
import type { Session } from '../../shared/model/session';
import { titleOf } from '../sessions/title-of';
import { useNavigation, useSessions, useStores } from '../stores/use-stores';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ErrorRow } from '../ui/error-row';
import { formatDay } from '../ui/formats';
import { MarkedText } from '../ui/marked-text';
import { Skeleton } from '../ui/skeleton';
import { isNarrowNow } from '../ui/use-is-narrow';
import { useToday } from '../ui/use-today';
import { hitView, type HitGroup } from './hit-groups';
import styles from './search-overlay.module.css';
import { titleMarks } from './title-marks';

const words = catalogue.search;

interface HitItemProps {
  readonly value: string;
  readonly testId: string;
  readonly icon: ReactNode;
  readonly text: string;
  readonly marks: SearchHit['marks'];
  readonly place: string;
  readonly onOpen: () => void;
}

function HitItem({ value, testId, icon, text, marks, place, onOpen }: HitItemProps) {
  const closeSearch = useSessions((state) => state.closeSearch);
  const open = (): void => {
    closeSearch();
    onOpen();
  };
  return (
    <Command.Item className={styles.item} value={value} data-testid={testId} onSelect={open}>
      {icon}
      <span className={styles.itemText}>
        <span className={styles.excerpt} dir="auto">
          <MarkedText text={text} marks={marks} />
        </span>
        <span className={styles.place}>{place}</span>
      </span>
      <CornerDownLeft className={styles.enter} size={14} aria-hidden="true" />
    </Command.Item>
  );
}

function MessageItem({ hit }: { readonly hit: SearchHit }) {
  const today = useToday();
  const { openChat } = useNavigation();
  const author = hit.author ?? catalogue.app.author(hit.role);
  return (
    <HitItem
      value={`message:${hit.messageId}`}
      testId="message-hit"
      icon={<MessageSquare size={14} aria-hidden="true" />}
      text={hit.excerpt}
      marks={hit.marks}
      place={words.messagePlace(hit.position, author, formatDay(hit.createdAt, today))}
      onOpen={() => void openChat(hit.sessionId, hit.messageId)}
    />
  );
}

function SummaryItem({ hit }: { readonly hit: SummaryHit }) {
  const { memory } = useStores();
  const { openChat } = useNavigation();
  return (
    <HitItem
      value={`summary:${hit.summaryId}`}
      testId="summary-hit"
      icon={<BookText className={styles.summaryIcon} size={14} aria-hidden="true" />}
      text={hit.excerpt}
      marks={hit.marks}
      place={words.summaryPlace(hit.version, hit.fromPosition, hit.toPosition)}
      onOpen={() => void openChat(hit.sessionId).then(() => memory.getState().showTab('summaries'))}
    />
  );
}

function FactItem({ hit }: { readonly hit: FactHit }) {
  const today = useToday();
  const { app, memory } = useStores();
  const show = (): void => {
    app.getState().show('chats');
    memory.getState().showFact(hit.factId);
    if (isNarrowNow()) app.getState().openDrawer('memory');
  };
  const about = catalogue.profile.attributes[hit.attribute];
  return (
    <HitItem
      value={`fact:${hit.factId}`}
      testId="fact-hit"
      icon={<UserRound size={14} aria-hidden="true" />}
      text={hit.excerpt}
      marks={hit.marks}
      place={words.factPlace(about, formatDay(hit.createdAt, today), hit.holds)}
      onOpen={show}
    />
  );
}

function TitleItem({ session }: { readonly session: Session }) {
  const today = useToday();
  const query = useSessions((state) => state.query);
  const { openChat } = useNavigation();
  const title = titleOf(session);
  return (
    <HitItem
      value={`title:${session.id}`}
      testId="title-hit"
      icon={<MessagesSquare size={14} aria-hidden="true" />}
      text={title}
      marks={titleMarks(title, query)}
      place={words.titlePlace(session.messageCount, formatDay(session.updatedAt, today))}
      onOpen={() => void openChat(session.id)}
    />
  );
}

function GroupOfChat({ group }: { readonly group: HitGroup }) {
  const shown = group.messages.length + group.summaries.length;
  const heading = (
    <>
      <span className={styles.groupName}>{titleOf({ title: group.title })}</span>
      <span>{words.groupShown(shown, group.total)}</span>
    </>
  );
  return (
    <Command.Group className={styles.group} value={`group:${group.sessionId}`} heading={heading}>
      {group.messages.map((hit) => (
        <MessageItem key={hit.messageId} hit={hit} />
      ))}
      {group.summaries.map((hit) => (
        <SummaryItem key={hit.summaryId} hit={hit} />
      ))}
    </Command.Group>
  );
}

/** What the search found: chats by their titles, facts, then messages and summaries by chat. */
export function SearchHits() {
  const found = useSessions((state) => state.found);
  const filters = useSessions((state) => state.filters);
  const error = useSessions((state) => state.searchError);
  const searchAgain = useSessions((state) => state.searchAgain);
  if (error !== null) {
    const again = <Button onClick={() => void searchAgain()}>{catalogue.app.retry}</Button>;
    return (
      <div className={styles.problem}>
        <ErrorRow text={`${words.failed} ${error.message}`} action={again} />
      </div>
    );
  }
  if (found === null) return <Skeleton label={words.searching} widths={[40, 90, 70, 85, 60]} />;
  const { titles, facts, groups } = hitView(found, filters);
  if (titles.length + facts.length + groups.length === 0) {
    return (
      <EmptyState
        icon={<SearchX size={20} aria-hidden="true" />}
        heading={words.empty}
        sentence={words.emptyHint}
      />
    );
  }
  return (
    <>
      {titles.length > 0 && (
        <Command.Group className={styles.group} heading={words.titles}>
          {titles.map((session) => (
            <TitleItem key={session.id} session={session} />
          ))}
        </Command.Group>
      )}
      {facts.length > 0 && (
        <Command.Group className={styles.group} heading={words.facts}>
          {facts.map((hit) => (
            <FactItem key={hit.factId} hit={hit} />
          ))}
        </Command.Group>
      )}
      {groups.map((group) => (
        <GroupOfChat key={group.sessionId} group={group} />
      ))}
    </>
  );
}
