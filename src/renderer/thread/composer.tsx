import { Send, Square } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { SessionId, TurnId } from '../../shared/model/ids';
import { useSessions, useThread } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { useDraftsFlush } from './composer-flush';
import styles from './composer.module.css';
import { AttachButton } from './attach-button';
import { ContextGauge } from './context-gauge';
import { DraftFiles } from './draft-files';
import { RememberState } from './remember-state';
import { rememberSwitchId } from './remember-switch';
import { SuggestionList } from './suggestion-list';
import { usePaste } from './use-incoming';

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

function Problem({ text }: { readonly text: string }) {
  return (
    <div className={styles.problem}>
      <ErrorRow text={text} />
    </div>
  );
}

/** Why the last message was not sent, or what was done to one did not work. */
function SendProblems() {
  const error = useThread((state) => state.sendError);
  const branchError = useThread((state) => state.branchError);
  const fileErrors = useThread((state) => state.fileErrors);
  return (
    <>
      {fileErrors.map((text) => (
        <Problem key={text} text={text} />
      ))}
      {error !== null && <Problem text={`${words.sendFailed} ${error.message}`} />}
      {branchError !== null && <Problem text={`${catalogue.history.failed} ${branchError.message}`} />}
    </>
  );
}

/** Why the switch "Remember this chat" did not move. */
function RememberProblem({ sessionId }: Pick<ComposerProps, 'sessionId'>) {
  const error = useSessions(({ rememberError: failed }) =>
    failed?.sessionId === sessionId ? failed.error : null,
  );
  return error === null ? null : <Problem text={`${catalogue.composer.rememberFailed} ${error.message}`} />;
}

/** Where the next message is written: Enter sends, Shift+Enter breaks, never while an input method composes. */
export function Composer({ sessionId, runningTurn }: ComposerProps) {
  const draft = useThread((state) => state.drafts[sessionId] ?? '');
  const setDraft = useThread((state) => state.setDraft);
  const send = useThread((state) => state.send);
  const editLast = useThread((state) => state.editLast);
  const onPaste = usePaste();
  const field = useRef<HTMLTextAreaElement>(null);

  useDraftsFlush();

  useEffect(() => {
    // Who works the switch stays on it, though another chat has taken this one's place.
    if (document.activeElement?.id === rememberSwitchId) return;
    field.current?.focus({ preventScroll: true });
  }, [sessionId]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const isBare = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'ArrowUp' && isBare && draft === '' && runningTurn === null) {
      if (editLast()) event.preventDefault();
      return;
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (runningTurn === null) void send();
  };

  return (
    <div className={styles.place}>
      <SendProblems />
      <RememberProblem sessionId={sessionId} />
      <SuggestionList sessionId={sessionId} isAnswering={runningTurn !== null} />
      <div className={styles.composer}>
        <DraftFiles sessionId={sessionId} />
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
          onPaste={onPaste}
        />
        <div className={styles.line}>
          <AttachButton />
          <ContextGauge />
          <RememberState sessionId={sessionId} />
          <SendOrStop isEmpty={draft.trim() === ''} runningTurn={runningTurn} />
        </div>
      </div>
    </div>
  );
}
