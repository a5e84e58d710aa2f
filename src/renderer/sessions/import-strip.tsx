import { FileDown, Square, X } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { ImportStatus } from '../../shared/model/import';
import { useNavigation, useSessions } from '../stores/use-stores';
import { Button, IconButton } from '../ui/button';
import { formatCount } from '../ui/formats';
import { ImportProgressBar } from './import-progress';
import { importResultText } from './import-result-text';
import styles from './import-strip.module.css';
import { useBackgroundImport } from './use-background-import';

const words = catalogue.chats.importDialog;

function Running({ status }: { readonly status: Extract<ImportStatus, { kind: 'running' }> }) {
  const stopImport = useSessions((state) => state.stopImport);
  return (
    <>
      <div className={styles.line}>
        <FileDown size={14} aria-hidden="true" />
        <span className={styles.text}>{words.underWay(status.name)}</span>
        <IconButton label={words.stop} tooltipSide="top" onClick={() => void stopImport()}>
          <Square size={13} aria-hidden="true" />
        </IconButton>
      </div>
      <ImportProgressBar
        progress={status.progress}
        describe={(done, total) => words.progress(formatCount(done), formatCount(total))}
      />
    </>
  );
}

function Ended({ status }: { readonly status: Exclude<ImportStatus, { kind: 'running' }> }) {
  const { openChat } = useNavigation();
  const dismiss = useSessions((state) => state.dismissImport);
  const isFailed = status.kind === 'failed';
  const what = isFailed ? status.error.message : importResultText(status.result);
  const newestId = isFailed ? null : status.result.newestSessionId;
  const open = (): void => {
    void dismiss();
    if (newestId !== null) void openChat(newestId);
  };
  return (
    <>
      <div className={styles.line} role={isFailed ? 'alert' : 'status'}>
        <span className={styles.words}>{words.ended(status.name, what)}</span>
        <IconButton label={catalogue.app.close} tooltipSide="top" onClick={() => void dismiss()}>
          <X size={14} aria-hidden="true" />
        </IconButton>
      </div>
      {newestId !== null && (
        <Button isWide onClick={open}>
          {words.open}
        </Button>
      )}
    </>
  );
}

/** The import that goes on without its dialog, and how it ended until that is put away. */
export function ImportStrip() {
  const status = useBackgroundImport();
  if (status === null) return null;
  return (
    <section
      className={styles.strip}
      data-kind={status.kind}
      data-testid="import-strip"
      aria-label={words.title}
    >
      {status.kind === 'running' ? <Running status={status} /> : <Ended status={status} />}
    </section>
  );
}
