import { Send, Square } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { SessionId, TurnId } from '../../shared/model/ids';
import { useThread } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import styles from './composer.module.css';
import { ContextGauge } from './context-gauge';

const words = catalogue.thread;

/** The id by which the shortcut finds the field. */
export const composerFieldId = 'composer';

interface ComposerProps {
  readonly sessionId: SessionId;
  /** The turn that is being answered; null while none is. */
  readonly runningTurn: TurnId | null;
}

function SendOrStop({
  isEmpty,
  runningTurn,
}: { readonly isEmpty: boolean } & Pick<ComposerProps, 'runningTurn'>) {
  const send = useThread((state) => state.send);
  const stop = useThread((state) => state.stop);
  const isSending = useThread((state) => state.sending);
  if (runningTurn !== null) {
    return (
      <Button className={styles.button} data-testid="stop" onClick={() => void stop(runningTurn)}>
        <Square size={10} fill="currentColor" aria-hidden="true" />
        {words.stop}
      </Button>
    );
  }
  return (
    <Button
      className={styles.button}
      data-testid="send"
      isMain={!isEmpty}
      disabled={isEmpty || isSending}
      onClick={() => void send()}
    >
      <Send size={13} aria-hidden="true" />
      {words.send}
    </Button>
  );
}

/** Where the next message is written: Enter sends, Shift+Enter breaks, never while an input method composes. */
export function Composer({ sessionId, runningTurn }: ComposerProps) {
  const draft = useThread((state) => state.drafts[sessionId] ?? '');
  const setDraft = useThread((state) => state.setDraft);
  const send = useThread((state) => state.send);
  const error = useThread((state) => state.sendError);
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
  }, [sessionId]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (runningTurn === null) void send();
  };

  return (
    <div className={styles.place}>
      {error !== null && (
        <div className={styles.problem}>
          <ErrorRow text={`${words.sendFailed} ${error.message}`} />
        </div>
      )}
      <div className={styles.composer}>
        <textarea
          ref={field}
          id={composerFieldId}
          data-testid="composer"
          className={styles.field}
          aria-label={words.composer}
          placeholder={words.placeholder}
          rows={1}
          value={draft}
          spellCheck={false}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <div className={styles.line}>
          <ContextGauge />
          <SendOrStop isEmpty={draft.trim() === ''} runningTurn={runningTurn} />
        </div>
      </div>
    </div>
  );
}
