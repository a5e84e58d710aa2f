import { PanelRight } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Session } from '../../shared/model/session';
import { titleOf } from '../sessions/title-of';
import { modelLabel } from '../stores/model-label';
import { useApp } from '../stores/use-stores';
import { IconButton } from '../ui/button';
import { joinClasses } from '../ui/join-classes';
import pill from '../ui/pill.module.css';
import { useIsNarrow } from '../ui/use-is-narrow';
import { ScopePill } from './scope-pill';
import { TierPill } from './tier-pill';
import styles from './thread-header.module.css';

const words = catalogue.thread;

interface ThreadHeaderProps {
  readonly session: Session;
}

/** The chat's title, what answers it, and how its memory works. */
export function ThreadHeader({ session }: ThreadHeaderProps) {
  const model = modelLabel(useApp((state) => state.settings));
  const showSettings = useApp((state) => state.showSettings);
  const openDrawer = useApp((state) => state.openDrawer);
  const isNarrow = useIsNarrow();
  return (
    <header className={styles.header}>
      <h1 className={styles.title} dir="auto">
        {titleOf(session)}
      </h1>
      <button
        type="button"
        className={joinClasses(pill.pill, styles.model)}
        title={words.chooseModel}
        onClick={() => showSettings('models')}
      >
        <span
          aria-hidden="true"
          className={joinClasses(pill.dot, model.kind === 'offline' && pill.dotQuiet)}
        />
        {model.label}
      </button>
      <TierPill />
      <button
        type="button"
        className={joinClasses(pill.pill, styles.strategy)}
        title={catalogue.tiers.strategyHint}
        onClick={() => showSettings('memory')}
      >
        {words.strategy[session.strategy]}
      </button>
      <ScopePill session={session} />
      {isNarrow && (
        <IconButton label={words.showMemory} onClick={() => openDrawer('memory')}>
          <PanelRight size={16} aria-hidden="true" />
        </IconButton>
      )}
    </header>
  );
}
