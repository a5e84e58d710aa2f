import type { KeyboardEvent, Ref } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { SessionId } from '../../shared/model/ids';
import { useApp, useThread } from '../stores/use-stores';
import styles from './composer.module.css';
import { usePaste } from './use-incoming';

const words = catalogue.thread;

/** The id by which the shortcut finds the field. */
export const composerFieldId = 'composer';

interface ComposerFieldProps {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly sessionId: SessionId;
  readonly isAnswering: boolean;
  /** A slash was typed into the empty field, and there are presets to choose from. */
  readonly onSlash: () => void;
}

/** The field of the next message: Enter sends, Shift+Enter breaks, never while an input method composes. */
export function ComposerField({ ref, sessionId, isAnswering, onSlash }: ComposerFieldProps) {
  const draft = useThread((state) => state.drafts[sessionId] ?? '');
  const setDraft = useThread((state) => state.setDraft);
  const send = useThread((state) => state.send);
  const editLast = useThread((state) => state.editLast);
  const hasPresets = useApp((state) => (state.presets ?? []).length > 0);
  const onPaste = usePaste();

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const isBare = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'ArrowUp' && isBare && draft === '' && !isAnswering) {
      if (editLast()) event.preventDefault();
      return;
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!isAnswering) void send();
  };

  return (
    <textarea
      ref={ref}
      id={composerFieldId}
      data-testid="composer"
      className={styles.field}
      aria-label={words.composer}
      placeholder={words.placeholder}
      rows={1}
      value={draft}
      spellCheck={false}
      dir="auto"
      onChange={({ target }) => {
        if (draft === '' && target.value === '/' && hasPresets) onSlash();
        setDraft(target.value);
      }}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
}
