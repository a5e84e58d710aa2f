import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Message } from '../../shared/model/message';
import { useThread } from '../stores/use-stores';
import { Button } from '../ui/button';
import styles from './message-extras.module.css';
import { runningTurnOf } from './running-turn';

const words = catalogue.history;

/** A question while it is edited in its place: Enter asks again, Shift+Enter breaks, Esc leaves it as it was. */
export function EditField({ message }: { readonly message: Message }) {
  const submitEdit = useThread((state) => state.submitEdit);
  const startEdit = useThread((state) => state.startEdit);
  const isBusy = useThread((state) => state.sending || runningTurnOf(state) !== null);
  const [text, setText] = useState(message.content);
  const field = useRef<HTMLTextAreaElement>(null);
  const canAsk = !isBusy && text.trim() !== '';

  useEffect(() => {
    // The menu that opened this field is still giving up the focus in this frame.
    const frame = requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(message.content.length, message.content.length);
    });
    return () => cancelAnimationFrame(frame);
  }, [message.content.length]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      startEdit(null);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (canAsk) void submitEdit(message.id, text);
    }
  };

  return (
    <div className={styles.edit}>
      <textarea
        ref={field}
        data-testid="edit-field"
        className={styles.editField}
        aria-label={words.editField}
        rows={Math.min(12, Math.max(2, text.split('\n').length))}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.editFoot}>
        <span className={styles.editHint}>{words.editHint}</span>
        <Button onClick={() => startEdit(null)}>{catalogue.app.cancel}</Button>
        <Button isMain disabled={!canAsk} onClick={() => void submitEdit(message.id, text)}>
          {words.ask}
        </Button>
      </div>
    </div>
  );
}
