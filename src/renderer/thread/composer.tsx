import { Send, Square } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { SessionId, TurnId } from '../../shared/model/ids';
import { useSessions, useThread } from '../stores/use-stores';
import { useTellInteractive } from '../use-tell-interactive';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { useDraftsFlush } from './composer-flush';
import styles from './composer.module.css';
import { AttachButton } from './attach-button';
import { ComposerField } from './composer-field';
import { ContextGauge } from './context-gauge';
import { DraftFiles } from './draft-files';
import { PresetFields } from './preset-fields';
import { PresetMenu } from './preset-menu';
import { RememberState } from './remember-state';
import { rememberSwitchId } from './remember-switch';
import { SuggestionList } from './suggestion-list';
import { usePresets } from './use-presets';

const words = catalogue.thread;

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

/** Where the next message is written, with what goes with it. */
export function Composer({ sessionId, runningTurn }: ComposerProps) {
  const isEmpty = useThread((state) => (state.drafts[sessionId] ?? '').trim() === '');
  const field = useRef<HTMLTextAreaElement>(null);
  const presets = usePresets(sessionId, () => field.current?.focus({ preventScroll: true }));
  const { pending, fill, cancel } = presets;

  useDraftsFlush();
  useTellInteractive();

  useEffect(() => {
    // Who works the switch stays on it, though another chat has taken this one's place.
    if (document.activeElement?.id === rememberSwitchId) return;
    field.current?.focus({ preventScroll: true });
  }, [sessionId]);

  return (
    <div className={styles.place}>
      <SendProblems />
      <RememberProblem sessionId={sessionId} />
      <SuggestionList sessionId={sessionId} isAnswering={runningTurn !== null} />
      <div className={styles.composer}>
        <DraftFiles sessionId={sessionId} />
        {pending !== null && <PresetFields {...pending} onFill={fill} onCancel={cancel} />}
        <ComposerField
          ref={field}
          sessionId={sessionId}
          isAnswering={runningTurn !== null}
          onSlash={presets.open}
        />
        <div className={styles.line}>
          <AttachButton />
          <PresetMenu {...presets.menu} />
          <ContextGauge />
          <RememberState sessionId={sessionId} />
          <SendOrStop isEmpty={isEmpty} runningTurn={runningTurn} />
        </div>
      </div>
    </div>
  );
}
