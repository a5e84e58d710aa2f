import { useEffect } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { UpdateView } from '../../shared/model/update';
import { useApp } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { formatDay } from '../ui/formats';
import styles from './settings-pane.module.css';
import own from './updates-card.module.css';

const words = catalogue.updates;

function stateOf({ state, offered }: UpdateView): string {
  if (state === 'off') return words.off;
  if (offered === null) return words.errors.unreadable;
  const { version, releasedAt } = offered;
  if (state === 'newest') return words.newest(version);
  return words.newer(version, releasedAt === null ? '' : formatDay(releasedAt, Date.now()));
}

function Buttons({ update }: { readonly update: UpdateView }) {
  const look = useApp((state) => state.lookForUpdate);
  const choose = useApp((state) => state.chooseUpdateFile);
  const stop = useApp((state) => state.stopUpdates);
  const show = useApp((state) => state.showUpdate);
  if (update.state === 'off') return <Button onClick={() => void choose()}>{words.choose}</Button>;
  return (
    <>
      {update.state === 'newer' ? (
        <Button isMain onClick={() => void show()}>
          {words.show}
        </Button>
      ) : (
        <Button onClick={() => void look()}>{words.look}</Button>
      )}
      <Button onClick={() => void choose()}>{words.chooseOther}</Button>
      <Button onClick={() => void stop()}>{words.stop}</Button>
    </>
  );
}

/** Whether a file in a folder of the user's choice tells of a newer version. */
export function UpdatesCard() {
  const update = useApp((state) => state.update);
  const error = useApp((state) => state.updateError);
  const isShown = useApp((state) => state.isUpdateShown);
  const look = useApp((state) => state.lookForUpdate);
  useEffect(() => void look(), [look]);
  return (
    <section className={styles.card} data-testid="updates">
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.title}</h2>
      </div>
      <p className={styles.quiet}>{words.hint}</p>
      {update !== null && (
        <>
          <p className={own.state} role="status">
            {isShown ? words.whole : stateOf(update)}
            {update.file !== null && <span className={own.file}>{update.file}</span>}
          </p>
          <div className={own.buttons}>
            <Buttons update={update} />
          </div>
        </>
      )}
      {error !== null && <ErrorRow text={error.message} />}
    </section>
  );
}
