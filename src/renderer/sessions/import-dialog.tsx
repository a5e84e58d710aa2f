import { Close, Content, Description, Overlay, Portal, Root, Title } from '@radix-ui/react-dialog';
import { X } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { ImportState } from '../stores/sessions-state';
import { useNavigation, useSessions } from '../stores/use-stores';
import { Button, IconButton } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { formatBytes } from '../ui/format-bytes';
import { focusPanel } from '../ui/focus-panel';
import styles from './import-dialog.module.css';
import { ImportProgressBar } from './import-progress';
import { ImportRow } from './import-row';

const words = catalogue.chats.importDialog;

function Conversations({ importing }: { readonly importing: Extract<ImportState, { file: unknown }> }) {
  if (importing.conversations.length === 0) return <p className={styles.empty}>{words.empty}</p>;
  return (
    <ul className={styles.rows}>
      {importing.conversations.map((preview) => (
        <ImportRow key={preview.key} preview={preview} importing={importing} />
      ))}
    </ul>
  );
}

function Body({ importing }: { readonly importing: ImportState }) {
  if (importing.kind === 'refused') {
    return (
      <div className={styles.body}>
        <ErrorRow text={importing.error.message} />
      </div>
    );
  }
  if (importing.kind === 'reading') {
    return (
      <div className={styles.body}>
        <ImportProgressBar
          progress={importing.progress}
          describe={(done, total) => words.reading(formatBytes(done), formatBytes(total))}
        />
      </div>
    );
  }
  return 'file' in importing ? <Conversations importing={importing} /> : null;
}

/** The import: the conversations found in the chosen file, each with its own button, progress and result. */
export function ImportDialog() {
  const importing = useSessions((state) => state.importing);
  const { leaveImport } = useNavigation();
  const isOpen = importing.kind !== 'closed' && importing.kind !== 'choosing';
  const stopImport = useSessions((state) => state.stopImport);
  const isRunning = importing.kind === 'running' || importing.kind === 'reading';
  return (
    <Root open={isOpen} onOpenChange={(open) => !open && void leaveImport()}>
      <Portal>
        <Overlay className={styles.overlay} />
        <Content className={styles.dialog} data-testid="import-dialog" onOpenAutoFocus={focusPanel}>
          <div className={styles.head}>
            <div className={styles.headText}>
              <Title className={styles.title}>
                {importing.kind === 'refused' ? words.failed : words.title}
              </Title>
              <Description className={styles.from}>
                {'file' in importing ? words.from(importing.name) : ''}
              </Description>
            </div>
            <Close asChild>
              <IconButton label={catalogue.app.close} disabled={isRunning}>
                <X size={16} aria-hidden="true" />
              </IconButton>
            </Close>
          </div>
          <Body importing={importing} />
          <div className={styles.foot}>
            {isRunning ? (
              <Button onClick={() => void stopImport()}>{words.stop}</Button>
            ) : (
              <Button onClick={() => void leaveImport()}>
                {importing.kind === 'done' ? words.done : catalogue.app.cancel}
              </Button>
            )}
          </div>
        </Content>
      </Portal>
    </Root>
  );
}
