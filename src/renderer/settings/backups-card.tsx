import { ArchiveRestore, Trash2 } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { CopyProgress } from '../../shared/model/backup';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { BackupView } from '../../shared/model/backup';
import { useApp } from '../stores/use-stores';
import { Button, IconButton } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { formatBytes } from '../ui/format-bytes';
import { formatPercent } from '../ui/percents';
import { useTimeLeft } from '../ui/use-time-left';
import own from './backups-card.module.css';
import { RestoreDialog, whenText } from './restore-dialog';
import styles from './settings-pane.module.css';

const words = catalogue.backups;
const mostKept = 100;

function Row({ backup }: { readonly backup: BackupView }) {
  const preview = useApp((state) => state.previewBackup);
  const remove = useApp((state) => state.deleteBackup);
  const { name, kind, bytes, createdAt } = backup;
  const when = whenText(createdAt);
  return (
    <li className={own.row} data-testid="backup-row">
      <span className={own.when}>
        {when}
        <span className={styles.quiet}>
          {words.kinds[kind]}, {formatBytes(bytes)}
        </span>
      </span>
      <Button aria-label={words.restoreNamed(when)} onClick={() => void preview(name)}>
        <ArchiveRestore size={14} aria-hidden="true" />
        {words.restore}
      </Button>
      <IconButton label={words.deleteNamed(when)} onClick={() => void remove(name)}>
        <Trash2 size={15} aria-hidden="true" />
      </IconButton>
    </li>
  );
}

function KeepField() {
  const kept = useApp((state) => state.settings?.backupsKept ?? 0);
  const changeSettings = useApp((state) => state.changeSettings);
  const [text, setText] = useState(String(kept));
  const id = useId();
  const value = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  const isBad = !(value >= 0 && value <= mostKept);
  return (
    <form
      className={own.keep}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBad) void changeSettings({ backupsKept: value });
      }}
    >
      <label htmlFor={id}>{words.keep}</label>
      <input
        id={id}
        className={own.number}
        inputMode="numeric"
        value={text}
        aria-invalid={isBad}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" disabled={isBad || value === kept}>
        {words.saveKeep}
      </Button>
      <span id={`${id}-hint`} className={styles.quiet}>
        {isBad ? words.badKeep : words.keepHint}
      </span>
    </form>
  );
}

/** How far the copy is, and the way to end it. */
function Copying({ progress }: { readonly progress: CopyProgress }) {
  const stop = useApp((state) => state.stopCopying);
  const { phase, done, total } = progress;
  const left = useTimeLeft(done, total);
  const percent = phase === 'checking' ? 100 : (done / Math.max(1, total)) * 100;
  return (
    <div className={own.copying} role="status" data-testid="copying">
      <div className={own.track} aria-hidden="true">
        <span style={{ width: `${String(percent)}%` }} />
      </div>
      <span className={own.phase}>
        {phase === 'checking' ? words.checking : words.copied(formatPercent(percent)) + left}
      </span>
      <Button onClick={() => void stop()}>{words.stop}</Button>
    </div>
  );
}

/** Follows the copy that is being made, looking more often while there is one. */
function useCopying(): CopyProgress | null {
  const copying = useApp((state) => state.copying);
  const load = useApp((state) => state.loadCopying);
  const isBusy = useIsCopying();
  useEffect(() => {
    void load();
    const timer = setInterval(() => void load(), isBusy ? 300 : 3_000);
    return () => clearInterval(timer);
  }, [isBusy, load]);
  return copying;
}

/** Whether a copy is made, which is the only one at a time. */
const useIsCopying = (): boolean => useApp((state) => state.isBackingUp || state.copying !== null);

/** One file with everything, for elsewhere. */
function Archive() {
  const archive = useApp((state) => state.archive);
  const isBusy = useIsCopying();
  const save = useApp((state) => state.saveArchive);
  const open = useApp((state) => state.openArchive);
  return (
    <>
      <h3 className={own.subtitle}>{words.archive}</h3>
      <p className={styles.quiet}>{words.archiveHint}</p>
      <p className={own.keep}>
        <Button disabled={isBusy} onClick={() => void save()}>
          {words.saveArchive}
        </Button>
        <Button disabled={isBusy} onClick={() => void open()}>
          {words.openArchive}
        </Button>
        <span className={styles.quiet} role="status">
          {archive !== null && words.saved(archive.name, formatBytes(archive.bytes))}
        </span>
      </p>
    </>
  );
}

/** The copies of all data: made, kept, put back. */
export function BackupsCard() {
  const backups = useApp((state) => state.backups);
  const error = useApp((state) => state.backupsError);
  const isBusy = useIsCopying();
  const load = useApp((state) => state.loadBackups);
  const make = useApp((state) => state.makeBackup);
  const copying = useCopying();
  useEffect(() => void load(), [load]);
  return (
    <section className={styles.card} aria-label={words.title}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.title}</h2>
        <Button disabled={isBusy} onClick={() => void make()}>
          {isBusy ? words.making : words.make}
        </Button>
      </div>
      <p className={styles.quiet}>{words.hint}</p>
      {copying !== null && <Copying progress={copying} />}
      <KeepField />
      {error !== null && <ErrorRow text={error.message} />}
      {backups?.length === 0 && <p className={styles.quiet}>{words.none}</p>}
      <ul className={own.list}>
        {backups?.map((backup) => (
          <Row key={backup.name} backup={backup} />
        ))}
      </ul>
      <Archive />
      <RestoreDialog />
    </section>
  );
}
