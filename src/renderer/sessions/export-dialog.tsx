import { catalogue } from '../../shared/catalogue/catalogue';
import { exportFormats } from '../../shared/model/export';
import type { ExportState } from '../stores/export-slice';
import { useSessions } from '../stores/use-stores';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ErrorRow } from '../ui/error-row';
import { formatCount } from '../ui/formats';
import { useTimeLeft } from '../ui/use-time-left';
import own from './export-dialog.module.css';
import styles from './import-dialog.module.css';

const words = catalogue.exporting;

type Open = Exclude<ExportState, { kind: 'closed' }>;

function Formats({ exporting }: { readonly exporting: Open }) {
  const choose = useSessions((state) => state.chooseExportFormat);
  return (
    <fieldset className={own.formats} disabled={exporting.kind !== 'chosen'}>
      <legend className={own.legend}>{words.choose}</legend>
      {exportFormats.map((format) => (
        <label key={format} className={own.format}>
          <input
            type="radio"
            name="export-format"
            value={format}
            checked={exporting.format === format}
            onChange={() => choose(format)}
          />
          <span>
            {words.formats[format]}
            <span className={own.hint}>{words.formatHints[format]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Progress({ progress }: { readonly progress: NonNullable<Open['progress']> }) {
  const { done, total } = progress;
  const left = useTimeLeft(done, total);
  const share = (done / Math.max(1, total)) * 100;
  return (
    <div role="status">
      <div className={styles.track} aria-hidden="true">
        <span className={styles.done} style={{ width: `${String(share)}%` }} />
      </div>
      <p className={styles.facts}>{words.progress(formatCount(done), formatCount(total)) + left}</p>
    </div>
  );
}

function Outcome({ exporting }: { readonly exporting: Open }) {
  const { kind, progress, result, error } = exporting;
  if (error !== null) return <ErrorRow text={error.message} />;
  if (kind === 'running' && progress !== null) return <Progress progress={progress} />;
  if (result === null) return null;
  return (
    <p className={styles.result} role="status" data-testid="export-result">
      {words.saved(result.name, words.chats(result.chats), formatCount(result.messages))}
    </p>
  );
}

/** The export: as what, then where to, then how far, then what was written. */
export function ExportDialog() {
  const exporting = useSessions((state) => state.exporting);
  const leave = useSessions((state) => state.leaveExport);
  const run = useSessions((state) => state.runExport);
  if (exporting.kind === 'closed') return null;
  const { kind, sessionIds } = exporting;
  return (
    <Dialog
      testId="export-dialog"
      title={words.title}
      about={words.what(sessionIds?.length ?? null)}
      canClose={kind !== 'running'}
      onClose={leave}
      foot={
        <>
          <Button onClick={leave}>{kind === 'done' ? words.done : catalogue.app.cancel}</Button>
          {kind === 'chosen' && (
            <Button isMain onClick={() => void run()}>
              {words.save}
            </Button>
          )}
        </>
      }
    >
      <div className={own.body}>
        <Formats exporting={exporting} />
        <Outcome exporting={exporting} />
      </div>
    </Dialog>
  );
}
