import { useEffect, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { SessionId } from '../../shared/model/ids';
import type { PromptState } from '../../shared/model/prompt';
import { useApp } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { formatCount } from '../ui/formats';
import { Skeleton } from '../ui/skeleton';
import models from './models.module.css';
import { PromptVersions } from './prompt-versions';
import prompt from './prompts.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.prompts;

interface PromptEditorProps {
  /** Null for the prompt of all chats. */
  readonly sessionId: SessionId | null;
}

function Editor({ sessionId, state }: PromptEditorProps & { readonly state: PromptState }) {
  const share = useApp((app) => app.settings?.budgets.systemTokens ?? 0);
  const tokens = useApp((app) => app.promptTokens);
  const countPrompt = useApp((app) => app.countPrompt);
  const writePrompt = useApp((app) => app.writePrompt);
  const text = useApp((app) => app.promptDrafts[sessionId ?? 'all'] ?? state.text);
  const draftPrompt = useApp((app) => app.draftPrompt);
  const error = useApp((app) => app.promptError);
  const setText = (next: string): void => draftPrompt(sessionId, next);
  const [isSaved, setSaved] = useState(false);
  const inForce = text.trim() === '' ? state.inherited : text;
  useEffect(() => countPrompt(inForce), [countPrompt, inForce]);
  const write = async (next: string): Promise<void> => {
    setText(next);
    setSaved(await writePrompt(sessionId, next));
  };
  return (
    <>
      <textarea
        className={prompt.text}
        data-testid="prompts-text"
        aria-label={words.label}
        placeholder={words.inherited(state.inherited)}
        rows={8}
        maxLength={100_000}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setSaved(false);
        }}
      />
      <p className={styles.quiet} role="status">
        {tokens !== null && words.tokens(formatCount(tokens), formatCount(share))}{' '}
        {tokens !== null && tokens > share && <span className={models.bad}>{words.overShare}</span>}{' '}
        {isSaved && words.saved}
      </p>
      {error !== null && (
        <ErrorRow
          text={`${words.writeFailed} ${error.message}`}
          action={<Button onClick={() => void write(text)}>{catalogue.app.retry}</Button>}
        />
      )}
      <div className={models.buttons}>
        <Button isMain disabled={text === state.text} onClick={() => void write(text)}>
          {words.save}
        </Button>
        <Button disabled={state.text === '' && text === ''} onClick={() => void write('')}>
          {words.inherit}
        </Button>
      </div>
      <PromptVersions
        versions={state.versions.filter((version) => version.text !== state.text)}
        onRestore={setText}
      />
    </>
  );
}

/** The prompt of one scope: its text, its length, its earlier versions. */
export function PromptEditor({ sessionId }: PromptEditorProps) {
  const reading = useApp((app) => app.promptReading);
  const readPrompt = useApp((app) => app.readPrompt);
  useEffect(() => {
    void readPrompt(sessionId);
  }, [readPrompt, sessionId]);
  if (reading.kind === 'failed') {
    const again = <Button onClick={() => void readPrompt(sessionId)}>{catalogue.app.retry}</Button>;
    return <ErrorRow text={`${words.failed} ${reading.error.message}`} action={again} />;
  }
  if (reading.kind === 'loading' || reading.sessionId !== sessionId) {
    return <Skeleton label={catalogue.memory.loading} widths={[90, 80, 60]} />;
  }
  return <Editor sessionId={sessionId} state={reading.state} />;
}
