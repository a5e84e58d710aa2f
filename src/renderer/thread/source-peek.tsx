import { FoldVertical } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { titleOf } from '../sessions/title-of';
import type { Peek } from '../stores/peek-slice';
import { useMemory, useNavigation } from '../stores/use-stores';
import { Button } from '../ui/button';
import { formatDay, formatTime } from '../ui/formats';
import { useToday } from '../ui/use-today';
import { foldsAround } from './peek-folds';
import styles from './source-peek.module.css';

const words = catalogue.thread.peek;

function Fold({ range }: { readonly range: readonly [number, number] | null }) {
  if (range === null) return null;
  return (
    <p className={styles.fold}>
      <FoldVertical size={13} aria-hidden="true" />
      {words.folded(...range)}
    </p>
  );
}

function Source({ peek }: { readonly peek: Peek }) {
  const today = useToday();
  const { candidate, detail } = peek;
  const { message } = detail;
  const when = `${formatDay(message.createdAt, today)}, ${formatTime(message.createdAt)}`;
  return (
    <div className={styles.source} data-role={message.role}>
      <p className={styles.head}>
        <span>
          {words.place(message.position, message.author ?? catalogue.app.author(message.role), when)}
        </span>
        <span>{words.rank(candidate.rank)}</span>
      </p>
      <p className={styles.text} dir="auto">
        {message.content}
      </p>
    </div>
  );
}

/** The way to the source and back, while the peek is pinned; it takes the focus and gives it back. */
function Pinned({ peek }: { readonly peek: Peek }) {
  const endPeek = useMemory((state) => state.endPeek);
  const { openChat } = useNavigation();
  const go = useRef<HTMLButtonElement>(null);
  const isGone = useRef(false);
  useEffect(() => {
    const before = document.activeElement;
    go.current?.focus();
    return () => {
      // Who goes to the source has no use for its chip any more.
      if (!isGone.current && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const { sessionId, messageId } = peek.candidate;
  return (
    <div className={styles.actions}>
      <Button
        ref={go}
        isMain
        onClick={() => {
          isGone.current = true;
          endPeek();
          void openChat(sessionId, messageId);
        }}
      >
        {words.go}
      </Button>
      <Button onClick={endPeek}>{words.close}</Button>
    </div>
  );
}

/** A source beside its answer, with what lies between folded; the thread itself does not move. */
export function SourcePeek() {
  const peek = useMemory((state) => state.peek);
  const openId = useMemory((state) => state.sessionId);
  const summary = useMemory((state) => state.summaries.find((each) => each.current));
  const endPeek = useMemory((state) => state.endPeek);
  if (peek === null) return null;
  const isElsewhere = peek.candidate.sessionId !== openId;
  const { position } = peek.detail.message;
  const folds = foldsAround(position, {
    replyPosition: isElsewhere ? null : peek.replyPosition,
    summaryEnd: summary?.toPosition ?? null,
  });
  return (
    <section
      className={styles.peek}
      data-testid="peek"
      data-side={peek.side}
      data-pinned={peek.isPinned}
      aria-label={words.label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        endPeek();
      }}
    >
      {isElsewhere && <p className={styles.chat}>{titleOf({ title: peek.detail.sessionTitle })}</p>}
      <Fold range={folds.before} />
      <Source peek={peek} />
      <Fold range={folds.summarised} />
      {folds.summarised !== null && summary !== undefined && (
        <p className={styles.divider}>
          {catalogue.thread.summaryDivider(summary.fromPosition, summary.toPosition, summary.version)}
        </p>
      )}
      <Fold range={folds.after} />
      {peek.isPinned && <Pinned peek={peek} />}
    </section>
  );
}
