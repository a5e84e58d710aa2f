import { catalogue } from '../../shared/catalogue/catalogue';
import type { ImportPreview, ImportProgress } from '../../shared/model/import';
import type { ImportState } from '../stores/sessions-state';
import { useNavigation, useSessions } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { formatCount, formatDay } from '../ui/formats';
import { Tag } from '../ui/tag';
import { useToday } from '../ui/use-today';
import styles from './import-dialog.module.css';
import { ImportProgressBar } from './import-progress';
import { importResultText } from './import-result-text';

const words = catalogue.chats.importDialog;

interface ImportRowProps {
  readonly preview: ImportPreview;
  readonly importing: Extract<ImportState, { file: unknown }>;
}

function Running({ progress }: { readonly progress: ImportProgress | null }) {
  return (
    <ImportProgressBar
      progress={progress}
      describe={(done, total) => words.progress(formatCount(done), formatCount(total))}
    />
  );
}

function Result({ importing }: Pick<ImportRowProps, 'importing'>) {
  const { openChat } = useNavigation();
  const close = useSessions((state) => state.closeImport);
  const { result } = importing;
  if (result === null) return null;
  const newestId = result.newestSessionId;
  const open = (): void => {
    close();
    if (newestId !== null) void openChat(newestId);
  };
  return (
    <div className={styles.result} role="status">
      <span className={styles.resultText}>{importResultText(result)}</span>
      {newestId !== null && <Button onClick={open}>{words.open}</Button>}
    </div>
  );
}

/** One conversation of the chosen file. */
export function ImportRow({ preview, importing }: ImportRowProps) {
  const runImport = useSessions((state) => state.runImport);
  const isThis = importing.key === preview.key;
  const today = useToday();
  const { unreadable = 0 } = preview;
  const facts = [
    words.speakers(preview.speakers),
    words.shape(preview.sessionCount, formatCount(preview.messageCount)),
    words.dates(formatDay(preview.firstAt, today), formatDay(preview.lastAt, today)),
  ];
  return (
    <li className={styles.row} data-testid="import-row" data-key={preview.key}>
      <div className={styles.line}>
        <div className={styles.about}>
          <p className={styles.name}>
            {preview.title}
            {unreadable > 0 && <Tag tone="warning">{words.unreadable(unreadable)}</Tag>}
            {preview.alreadyImported > 0 && <Tag tone="good">{words.already(preview.alreadyImported)}</Tag>}
          </p>
          <p className={styles.facts}>{facts.filter((fact) => fact !== '').join(' · ')}</p>
        </div>
        <Button
          disabled={importing.kind === 'running'}
          aria-label={words.runNamed(preview.title)}
          onClick={() => void runImport(preview.key)}
        >
          {words.run}
        </Button>
      </div>
      {isThis && importing.kind === 'running' && <Running progress={importing.progress} />}
      {isThis && importing.kind === 'done' && <Result importing={importing} />}
      {isThis && importing.error !== null && (
        <div className={styles.problem}>
          <ErrorRow text={importing.error.message} />
        </div>
      )}
    </li>
  );
}
