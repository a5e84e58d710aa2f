import { Cloud, CloudOff, FileDown, MessageSquare, Plus, Search, Settings } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { modelLabel } from '../stores/model-label';
import { useApp, useNavigation, useSessions } from '../stores/use-stores';
import { IconButton } from '../ui/button';
import { EngramMark } from '../ui/engram-mark';
import { formatPercent } from '../ui/percents';
import { Tooltip } from '../ui/tooltip';
import { UserMenu } from '../users/user-menu';
import styles from './chats-pane.module.css';
import { useBackgroundImport } from './use-background-import';

const words = catalogue.chats;

interface ChatsRailProps {
  /** Shows the whole chat list. */
  readonly onExpand: () => void;
}

/** Where an import goes on behind the list, or ended there. */
function ImportMark({ onExpand }: ChatsRailProps) {
  const status = useBackgroundImport();
  if (status === null) return null;
  const progress = status.kind === 'running' ? status.progress : null;
  const label =
    progress === null
      ? words.import
      : words.importDialog.underWayPercent(
          status.name,
          formatPercent((progress.done / progress.total) * 100),
        );
  return (
    <IconButton label={label} tooltipSide="right" className={styles.railButton} onClick={onExpand}>
      <FileDown size={17} aria-hidden="true" />
    </IconButton>
  );
}

/** The left pane where there is no room for it. */
export function ChatsRail({ onExpand }: ChatsRailProps) {
  const { newChat } = useNavigation();
  const openSearch = useSessions((state) => state.openSearch);
  const view = useApp((state) => state.view);
  const show = useApp((state) => state.show);
  const { reach, sendsTo } = modelLabel(useApp((state) => state.settings));
  const State = sendsTo.length === 0 ? CloudOff : Cloud;
  return (
    <aside className={styles.rail} aria-label={words.label}>
      <span className={styles.railMark}>
        <EngramMark size={20} />
      </span>
      <IconButton
        label={words.search}
        tooltipSide="right"
        className={styles.railButton}
        onClick={() => openSearch()}
      >
        <Search size={17} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={words.newChat}
        tooltipSide="right"
        className={styles.railButton}
        onClick={() => void newChat()}
      >
        <Plus size={17} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={words.showList}
        tooltipSide="right"
        className={styles.railButton}
        aria-pressed={view === 'chats'}
        onClick={onExpand}
      >
        <MessageSquare size={17} aria-hidden="true" />
      </IconButton>
      <span className={styles.railSpace} />
      <ImportMark onExpand={onExpand} />
      <UserMenu look="badge" />
      <Tooltip text={reach} side="right">
        <span className={styles.railState} role="img" aria-label={reach}>
          <State size={17} aria-hidden="true" />
        </span>
      </Tooltip>
      <IconButton
        label={catalogue.app.settings}
        tooltipSide="right"
        className={styles.railButton}
        aria-pressed={view === 'settings'}
        onClick={() => show(view === 'settings' ? 'chats' : 'settings')}
      >
        <Settings size={17} aria-hidden="true" />
      </IconButton>
    </aside>
  );
}
