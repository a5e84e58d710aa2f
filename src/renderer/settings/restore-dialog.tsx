import { catalogue } from '../../shared/catalogue/catalogue';
import type { BackupContents, BackupPreview } from '../../shared/model/backup';
import { useApp } from '../stores/use-stores';
import { Button } from '../ui/button';
import { Dialog, DialogBody } from '../ui/dialog';
import { ErrorRow } from '../ui/error-row';
import { formatCount, formatDay, formatTime } from '../ui/formats';
import { Skeleton } from '../ui/skeleton';
import own from './backups-card.module.css';

const words = catalogue.backups.preview;

/** Milliseconds since 1970 → "Tue 3 March, 16:20". */
export function whenText(at: number): string {
  return `${formatDay(at, Date.now())}, ${formatTime(at)}`;
}

function rowsOf({ users, chats, messages, newestAt }: BackupContents): readonly string[] {
  return [
    formatCount(users),
    formatCount(chats),
    formatCount(messages),
    newestAt === null ? words.noMessage : whenText(newestAt),
  ];
}

function Contents({ preview }: { readonly preview: BackupPreview }) {
  if (preview.contents === null) return <ErrorRow text={preview.problem ?? ''} />;
  const [held, now] = [rowsOf(preview.contents), rowsOf(preview.now)];
  return (
    <table className={own.table} data-testid="restore-preview">
      <thead>
        <tr>
          <td />
          <th scope="col">{words.holds}</th>
          <th scope="col">{words.now}</th>
        </tr>
      </thead>
      <tbody>
        {[words.users, words.chats, words.messages, words.newest].map((name, index) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{held[index]}</td>
            <td>{now[index]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a backup holds against what is there now, before it takes its place. */
export function RestoreDialog() {
  const restoring = useApp((state) => state.restoring);
  const leave = useApp((state) => state.leaveRestore);
  const restore = useApp((state) => state.restoreBackup);
  if (restoring === null) return null;
  const { preview } = restoring;
  const when = preview === null ? '' : whenText(preview.backup.createdAt);
  const canRestore = preview !== null && preview.problem === null;
  return (
    <Dialog
      testId="restore-dialog"
      title={preview === null ? words.reading : words.title(when)}
      about={words.hint}
      onClose={leave}
      foot={
        <>
          <Button onClick={leave}>{catalogue.app.cancel}</Button>
          {canRestore && (
            <Button isMain onClick={() => void restore()}>
              {words.go}
            </Button>
          )}
        </>
      }
    >
      <DialogBody>
        {preview === null ? (
          <Skeleton label={words.reading} widths={[80, 60, 70]} />
        ) : (
          <Contents preview={preview} />
        )}
      </DialogBody>
    </Dialog>
  );
}
