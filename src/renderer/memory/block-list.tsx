import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { LeftOut } from '../../shared/model/left-out';
import type { TurnSnapshot } from '../../shared/model/snapshot';
import { isLit as isLitIn } from '../stores/is-lit';
import { useMemory, useThread } from '../stores/use-stores';
import { runningTurnOf } from '../thread/running-turn';
import { joinClasses } from '../ui/join-classes';
import styles from './block-list.module.css';
import type { BlockView } from './block-views';
import { blockViews } from './block-views';
import context from './context-tab.module.css';
import pane from './memory-pane.module.css';

const words = catalogue.memory;
/** Buffer messages shown before the rest is asked for: the newest say most. */
const BUFFER_SHOWN = 4;

function classOf(view: BlockView): string | undefined {
  return styles[view.kind === 'tools' ? 'tool' : view.kind];
}

interface BlockProps {
  readonly view: BlockView;
  readonly snapshot: TurnSnapshot;
}

/** What would be left out with a block; null where the answer makes no sense without it. */
function leftOutWith({ kind, messageId }: BlockView, { userMessageId }: TurnSnapshot): LeftOut | null {
  if (kind === 'profile' || kind === 'summary') return { messages: [], parts: [kind] };
  const isMessage = kind === 'recalled' || kind === 'buffer' || kind === 'pinned';
  if (!isMessage || messageId === null || messageId === userMessageId) return null;
  return { messages: [messageId], parts: [] };
}

/** Asks for the answer again, for once without one of the things it was given; only of the last answer. */
function WithoutIt({ view, snapshot }: BlockProps) {
  const isLast = useMemory((state) => state.followsLast);
  const regenerate = useThread((state) => state.regenerate);
  const isBusy = useThread((state) => state.sending || runningTurnOf(state) !== null);
  const leftOut = leftOutWith(view, snapshot);
  if (leftOut === null || !isLast) return null;
  return (
    <button
      type="button"
      className={joinClasses(pane.link, styles.without)}
      disabled={isBusy}
      onClick={() => void regenerate(snapshot.replyId, leftOut)}
    >
      {words.askWithout}
    </button>
  );
}

function Block({ view, snapshot }: BlockProps) {
  const [isOpen, setOpen] = useState(false);
  const isLit = useMemory((state) => isLitIn(state, view.messageId));
  const setHighlight = useMemory((state) => state.setHighlight);
  const light = (): void => setHighlight(view.messageId);
  const dim = (): void => setHighlight(null);
  return (
    <li>
      <button
        type="button"
        className={joinClasses(styles.block, classOf(view), isOpen && styles.open)}
        aria-expanded={isOpen}
        data-kind={view.kind}
        data-lit={isLit}
        onMouseEnter={light}
        onMouseLeave={dim}
        onFocus={light}
        onBlur={dim}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles.head}>
          <span className={styles.heading}>{view.heading}</span>
          {view.isNewer && <span className={styles.shortened}>{words.newer}</span>}
          {view.isShortened && <span className={styles.shortened}>{words.shortened}</span>}
          <span className={styles.figures}>{view.figures}</span>
        </span>
        <span className={joinClasses(styles.text, view.text === null && styles.gone)} dir="auto">
          {view.text ?? words.forgotten}
        </span>
      </button>
      {isOpen && <WithoutIt view={view} snapshot={snapshot} />}
    </li>
  );
}

function NotUsed({ snapshot }: { readonly snapshot: TurnSnapshot }) {
  const showTab = useMemory((state) => state.showTab);
  const unused = (snapshot.recall?.candidates ?? []).filter(
    (candidate) => candidate.verdict !== 'kept',
  ).length;
  if (unused === 0) return null;
  return (
    <p className={pane.quiet}>
      {words.notUsed(unused)}{' '}
      <button type="button" className={pane.link} onClick={() => showTab('recall')}>
        {words.seeRecall}
      </button>
    </p>
  );
}

interface BlockListProps {
  readonly snapshot: TurnSnapshot;
}

/** What the model saw, block by block; a click shows a block's whole text. */
export function BlockList({ snapshot }: BlockListProps) {
  const [isWhole, setWhole] = useState(false);
  const views = blockViews(snapshot);
  const buffer = views.filter((view) => view.kind === 'buffer');
  const hidden = new Set(isWhole ? [] : buffer.slice(0, Math.max(0, buffer.length - BUFFER_SHOWN)));
  return (
    <>
      <ul className={context.blocks}>
        {views
          .filter((view) => !hidden.has(view))
          .map((view) => (
            <Block key={view.key} view={view} snapshot={snapshot} />
          ))}
      </ul>
      <div className={context.more}>
        <NotUsed snapshot={snapshot} />
        {hidden.size > 0 && (
          <button type="button" className={pane.link} onClick={() => setWhole(true)}>
            {words.moreBlocks(hidden.size)}
          </button>
        )}
      </div>
    </>
  );
}
