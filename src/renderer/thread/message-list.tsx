import { ArrowDown } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ListRange, VirtuosoHandle } from 'react-virtuoso';
import { Virtuoso } from 'react-virtuoso';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { SessionId } from '../../shared/model/ids';
import type { Stores } from '../stores/stores';
import { useStores, useThread } from '../stores/use-stores';
import { firstInView } from './first-in-view';
import { createFollower, isNearEnd } from './follower';
import styles from './message-list.module.css';
import { MessageItem } from './message-item';
import { SourcePeek } from './source-peek';
import { useArrivals } from './use-arrivals';

const words = catalogue.thread;
/** The next page is read once fewer messages than these are left before an end of the window. */
const NEAR_END = 12;
/** Before any message is measured, in pixels. */
const MESSAGE_HEIGHT = 150;

const parts = {
  Header: () => <div className={styles.top} />,
  Footer: () => <div className={styles.bottom} />,
};

/** Remembers where the chat is scrolled to; its end is remembered as the end. */
function keepPlaceOf(thread: Stores['thread'], sessionId: SessionId, element: HTMLElement): void {
  if (element.clientHeight === 0) return;
  const { window, keepPlace } = thread.getState();
  const isEnd = !window.hasLater && isNearEnd(element);
  keepPlace(sessionId, isEnd ? null : firstInView(element, window.messages));
}

/** Reads on before the drawn messages come to an end of the window. */
function extendNear(thread: Stores['thread'], { startIndex, endIndex }: ListRange): void {
  const { window, loadEarlier, loadLater } = thread.getState();
  if (startIndex - (window.messages[0]?.position ?? 1) < NEAR_END) void loadEarlier();
  if ((window.messages.at(-1)?.position ?? 0) - endIndex < NEAR_END) void loadLater();
}

interface MessageListProps {
  readonly sessionId: SessionId;
  readonly label: string;
  readonly isBusy: boolean;
}

/**
 * The messages the window holds, drawn only where in view and extended at both ends by position. It is mounted
 * anew for each window, so that a jump into another part of the chat starts from a clean measure.
 */
export function MessageList({ sessionId, label, isBusy }: MessageListProps) {
  const { thread } = useStores();
  const window = useThread((state) => state.window);
  const { goToNewest } = thread.getState();
  const list = useRef<VirtuosoHandle>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const [follower] = useState(() =>
    createFollower({
      onEnd: setAtEnd,
      onScroll: (element) => keepPlaceOf(thread, sessionId, element),
    }),
  );

  const rangeChanged = useArrivals(list, follower, (range) => extendNear(thread, range));
  const first = window.messages[0]?.position ?? 1;
  const isBehind = !isAtEnd || window.hasLater;
  return (
    <div className={styles.frame}>
      <Virtuoso
        ref={list}
        className={styles.list}
        role="log"
        aria-label={label}
        aria-live="off"
        aria-busy={isBusy}
        data-testid="thread"
        data={window.messages}
        firstItemIndex={first}
        defaultItemHeight={MESSAGE_HEIGHT}
        computeItemKey={(_index, message) => message.id}
        itemContent={(_index, message) => <MessageItem message={message} />}
        components={parts}
        increaseViewportBy={{ top: 600, bottom: 400 }}
        scrollerRef={(element) => follower.attach(element instanceof HTMLElement ? element : null)}
        totalListHeightChanged={follower.grew}
        rangeChanged={rangeChanged}
      />
      <SourcePeek />
      {isBehind && (
        <button type="button" className={styles.pill} onClick={() => void goToNewest()}>
          <ArrowDown size={14} aria-hidden="true" />
          {isBusy ? words.newText : words.toNewest}
        </button>
      )}
    </div>
  );
}
