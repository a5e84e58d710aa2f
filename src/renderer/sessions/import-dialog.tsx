import { catalogue } from '../../shared/catalogue/catalogue';
import type { ImportState } from '../stores/sessions-state';
import { useNavigation, useSessions } from '../stores/use-stores';
import { Button } from '../ui/button';
import { Dialog, DialogBody } from '../ui/dialog';
import { ErrorRow } from '../ui/error-row';
import { formatBytes } from '../ui/format-bytes';
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
      <DialogBody>
        <ErrorRow text={importing.error.message} />
      </DialogBody>
    );
  }
  if (importing.kind === 'reading') {
    return (
      <DialogBody>
        <ImportProgressBar
          progress={importing.progress}
          describe={(done, total) => words.reading(formatBytes(done), formatBytes(total))}
        />
      </DialogBody>
    );
  }
  return 'file' in importing ? <Conversations importing={importing} /> : null;
}

function Foot({ kind }: { readonly kind: ImportState['kind'] }) {
  const { leaveImport } = useNavigation();
  const stopImport = useSessions((state) => state.stopImport);
  const stop = <Button onClick={() => void stopImport()}>{words.stop}</Button>;
  if (kind === 'reading') return stop;
  if (kind === 'running') {
    return (
      <>
        {stop}
        <Button onClick={() => void leaveImport()}>{words.inBackground}</Button>
      </>
    );
  }
  return (
    <Button onClick={() => void leaveImport()}>{kind === 'done' ? words.done : catalogue.app.cancel}</Button>
  );
}

/** The import: the conversations found in the chosen file, each with its own button, progress and result. */
export function ImportDialog() {
  const importing = useSessions((state) => state.importing);
  const { leaveImport } = useNavigation();
  if (importing.kind === 'closed' || importing.kind === 'choosing') return null;
  return (
    <Dialog
      testId="import-dialog"
      title={importing.kind === 'refused' ? words.failed : words.title}
      about={'file' in importing ? words.from(importing.name) : ''}
      canClose={importing.kind !== 'reading'}
      onClose={() => void leaveImport()}
      foot={<Foot kind={importing.kind} />}
    >
      <Body importing={importing} />
    </Dialog>
  );
}
