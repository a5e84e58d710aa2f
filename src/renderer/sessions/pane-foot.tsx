import { Cloud, CloudOff, Settings } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { modelLabel } from '../stores/model-label';
import { useApp } from '../stores/use-stores';
import { IconButton } from '../ui/button';
import styles from './chats-pane.module.css';

const words = catalogue.app;

/** Whether anything leaves this computer, and the way to the settings. */
export function PaneFoot() {
  const { reach, sendsTo } = modelLabel(useApp((state) => state.settings));
  const view = useApp((state) => state.view);
  const show = useApp((state) => state.show);
  const isOffline = sendsTo.length === 0;
  return (
    <div className={styles.foot}>
      {isOffline ? <CloudOff size={15} aria-hidden="true" /> : <Cloud size={15} aria-hidden="true" />}
      <span className={styles.footText} title={reach}>
        {reach}
      </span>
      <IconButton
        label={words.settings}
        tooltipSide="top"
        aria-pressed={view === 'settings'}
        onClick={() => show(view === 'settings' ? 'chats' : 'settings')}
      >
        <Settings size={16} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
