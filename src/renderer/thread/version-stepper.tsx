import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Message } from '../../shared/model/message';
import { useStores, useThread } from '../stores/use-stores';
import { IconButton } from '../ui/button';
import styles from './message-extras.module.css';
import { runningTurnOf } from './running-turn';

const words = catalogue.history;

/** Which version of a place in the chat is shown, and the way to the others: by button, or by arrow keys on them. */
export function VersionStepper({ message }: { readonly message: Message }) {
  const stepVersion = useThread((state) => state.stepVersion);
  const { memory } = useStores();
  const showLastTurn = (): void => {
    const { followsLast, showTurn } = memory.getState();
    if (followsLast) void showTurn(null);
  };
  const isBusy = useThread((state) => state.sending || runningTurnOf(state) !== null);
  const { id, version, versions } = message;
  if (versions < 2) return null;
  const step = (by: -1 | 1): void => {
    const isThere = by === -1 ? version > 1 : version < versions;
    if (isThere && !isBusy) void stepVersion(id, by).then(showLastTurn);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') step(-1);
    else if (event.key === 'ArrowRight') step(1);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className={styles.stepper}
      role="group"
      aria-label={words.versions(version, versions)}
      data-testid="versions"
      onKeyDown={onKeyDown}
    >
      <IconButton label={words.earlier} disabled={isBusy || version === 1} onClick={() => step(-1)}>
        <ChevronLeft size={14} aria-hidden="true" />
      </IconButton>
      <span className={styles.count}>{words.count(version, versions)}</span>
      <IconButton label={words.later} disabled={isBusy || version === versions} onClick={() => step(1)}>
        <ChevronRight size={14} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
