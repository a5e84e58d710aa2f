import { X } from 'lucide-react';
import { catalogue } from '../shared/catalogue/catalogue';
import styles from './app.module.css';
import { useApp } from './stores/use-stores';
import { IconButton } from './ui/button';

/** A state of the whole program the user must know of, above all panes. */
export function NoticeBar() {
  const notice = useApp((state) => state.notice);
  const dismissNotice = useApp((state) => state.dismissNotice);
  const text = notice?.text ?? null;
  if (notice === null || text === null) return null;
  return (
    <div
      className={styles.notice}
      data-severity={notice.severity}
      role={notice.severity === 'error' ? 'alert' : 'status'}
    >
      <span className={styles.noticeText}>{text}</span>
      <IconButton label={catalogue.app.dismiss} onClick={dismissNotice}>
        <X size={15} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
