import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import { Button } from '../ui/button';
import { Dialog, DialogBody } from '../ui/dialog';
import { ErrorRow } from '../ui/error-row';
import { formatCount } from '../ui/formats';
import { Skeleton } from '../ui/skeleton';
import own from './log-card.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.app.log;

function LogText() {
  const log = useApp((state) => state.log);
  const error = useApp((state) => state.logError);
  if (error !== null) return <ErrorRow text={error.message} />;
  if (log === null) return <Skeleton label={words.title} widths={[90, 70, 80]} />;
  if (log.text === '') return <p className={styles.quiet}>{words.empty}</p>;
  return (
    // It scrolls, so the keyboard must be able to reach it.
    <pre className={own.text} tabIndex={0} aria-label={words.dialogTitle} data-testid="log-text">
      {log.text}
    </pre>
  );
}

function LogDialog() {
  const log = useApp((state) => state.log);
  const saved = useApp((state) => state.savedLog);
  const close = useApp((state) => state.closeLog);
  const save = useApp((state) => state.saveLog);
  return (
    <Dialog
      testId="log-dialog"
      title={words.dialogTitle}
      about={log === null ? words.hint : words.dialogHint(formatCount(log.lines), log.isCut)}
      onClose={close}
      foot={
        <>
          <span className={own.saved} role="status">
            {saved !== null && words.saved(saved)}
          </span>
          <Button isMain disabled={log === null || log.text === ''} onClick={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <DialogBody>
        <LogText />
      </DialogBody>
    </Dialog>
  );
}

/** What the program did and what failed, to be looked at before it is given to anybody. */
export function LogCard() {
  const isOpen = useApp((state) => state.isLogOpen);
  const open = useApp((state) => state.openLog);
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.title}</h2>
      </div>
      <p className={styles.quiet}>{words.hint}</p>
      <Button onClick={() => void open()}>{words.preview}</Button>
      {isOpen && <LogDialog />}
    </section>
  );
}
