import { Cloud, CloudOff, Settings } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import { IconButton } from '../ui/button';
import styles from './chats-pane.module.css';

const words = catalogue.app;

/** Whether anything leaves this computer, and the way to the settings. */
export function PaneFoot() {
  const model = useApp((state) => state.start?.model);
  const view = useApp((state) => state.view);
  const show = useApp((state) => state.show);
  const isOffline = model?.kind !== 'server';
  return (
    <div className={styles.foot}>
      {isOffline ? <CloudOff size={15} aria-hidden="true" /> : <Cloud size={15} aria-hidden="true" />}
      <span className={styles.footText}>{isOffline ? words.offline : words.connected(model.label)}</span>
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
