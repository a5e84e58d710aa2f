import { catalogue } from '../../shared/catalogue/catalogue';
import type { Message } from '../../shared/model/message';
import { useApp, useThread } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import styles from './message-view.module.css';
import { overflowHint } from './overflow-hint';
import { runningTurnOf } from './running-turn';
import { useSecondsUntil } from './use-seconds-until';

const words = catalogue.reply;

interface MessageEndProps {
  readonly message: Message;
}

/** Retry, and going on where the reply has words of a model; for the last reply of the chat alone. */
function Actions({ message }: MessageEndProps) {
  const isLast = useThread((state) => message.position === state.window.total && !state.window.hasLater);
  const isBusy = useThread((state) => state.sending || runningTurnOf(state) !== null);
  const retry = useThread((state) => state.retry);
  const continueReply = useThread((state) => state.continueReply);
  const seconds = useSecondsUntil(message.error?.retryAt);
  if (!isLast || message.role !== 'assistant') return null;
  const canContinue = message.content !== '' && message.provenance === 'model';
  return (
    <>
      {canContinue && (
        <Button disabled={isBusy || seconds > 0} onClick={() => void continueReply(message.id)}>
          {words.continue}
        </Button>
      )}
      <Button
        className={styles.retry}
        disabled={isBusy || seconds > 0}
        onClick={() => void retry(message.id)}
      >
        {seconds > 0 ? words.retryIn(seconds) : words.retry}
      </Button>
    </>
  );
}

function Failure({ message }: MessageEndProps) {
  const showSettings = useApp((state) => state.showSettings);
  const snapshot = useThread((state) =>
    message.turnId === null ? undefined : state.snapshots[message.turnId],
  );
  const said = message.error?.message ?? catalogue.thread.failed;
  const text = message.error?.kind === 'context-overflow' ? `${said} ${overflowHint(snapshot)}` : said;
  const actions = (
    <span className={styles.actions}>
      {message.error?.kind === 'auth' && (
        <Button onClick={() => showSettings('models')}>{words.openModelSettings}</Button>
      )}
      <Actions message={message} />
    </span>
  );
  return (
    <div className={styles.problem}>
      <ErrorRow text={text} action={actions} />
    </div>
  );
}

/** How a message ended, where it did not end well, and what can be done about it. */
export function MessageEnd({ message }: MessageEndProps) {
  if (message.state === 'failed') return <Failure message={message} />;
  if (message.state !== 'stopped') return null;
  return (
    <div className={styles.stopped}>
      <p className={styles.note}>{message.error?.message ?? catalogue.thread.stopped}</p>
      <span className={styles.actions}>
        <Actions message={message} />
      </span>
    </div>
  );
}
