import { MessagesSquare } from 'lucide-react';
import { useEffect } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Session } from '../../shared/model/session';
import { titleOf } from '../sessions/title-of';
import { useNavigation, useStores, useThread } from '../stores/use-stores';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ErrorRow } from '../ui/error-row';
import { Skeleton } from '../ui/skeleton';
import { Composer } from './composer';
import { MessageList } from './message-list';
import { runningTurnOf } from './running-turn';
import { ThreadHeader } from './thread-header';
import styles from './thread-pane.module.css';
import { useFileDrop } from './use-incoming';

const words = catalogue.thread;

interface ThreadPaneProps {
  readonly session: Session;
}

function Messages({ session, isBusy }: ThreadPaneProps & { readonly isBusy: boolean }) {
  const phase = useThread((state) => state.phase);
  const windowId = useThread((state) => state.windowId);
  const isEmpty = useThread((state) => state.window.messages.length === 0);
  const { openChat } = useNavigation();
  const label = words.label(titleOf(session));
  if (phase === 'failed') {
    const again = <Button onClick={() => void openChat(session.id)}>{catalogue.app.retry}</Button>;
    return (
      <div className={styles.problem}>
        <ErrorRow text={words.failedLoad} action={again} />
      </div>
    );
  }
  if (phase === 'ready' && !isEmpty) {
    return <MessageList key={windowId} sessionId={session.id} label={label} isBusy={isBusy} />;
  }
  return (
    <div
      className={styles.fill}
      role="log"
      aria-label={label}
      data-testid="thread"
      data-session-id={session.id}
    >
      {phase === 'loading' ? (
        <Skeleton label={words.loading} widths={[55, 80, 70, 40, 75, 60]} />
      ) : (
        <EmptyState
          icon={<MessagesSquare size={20} aria-hidden="true" />}
          heading={words.empty}
          sentence={session.temporary ? words.emptyTemporary : words.emptyHint}
        />
      )}
    </div>
  );
}

/** The middle pane: one chat, its messages and the field for the next one. */
export function ThreadPane({ session }: ThreadPaneProps) {
  const runningTurn = useThread(runningTurnOf);
  const announcement = useThread((state) => state.announcement);
  const { thread } = useStores();
  // When the settings take the pane's place, the chat is found again where it was left, not where it was opened.
  useEffect(
    () => () => {
      const { redraw, window } = thread.getState();
      redraw(window);
    },
    [thread],
  );
  const drop = useFileDrop();
  return (
    <main className={styles.pane}>
      <ThreadHeader session={session} />
      <div className={styles.body} {...drop.handlers}>
        {drop.isOver && <p className={styles.drop}>{catalogue.files.drop}</p>}
        <Messages session={session} isBusy={runningTurn !== null} />
        <Composer sessionId={session.id} runningTurn={runningTurn} />
      </div>
      <p className="visually-hidden" role="status">
        {announcement}
      </p>
    </main>
  );
}
