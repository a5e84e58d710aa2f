import { useEffect, useRef } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Session } from '../../shared/model/session';
import { useSessions } from '../stores/use-stores';
import styles from './chat-row.module.css';
import { titleOf } from './title-of';

interface RenameFieldProps {
  readonly session: Session;
}

/** A chat's title while it is being changed: Enter or leaving keeps it, Esc does not. */
export function RenameField({ session }: RenameFieldProps) {
  const rename = useSessions((state) => state.rename);
  const startRename = useSessions((state) => state.startRename);
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);

  useEffect(() => {
    // The menu that opened this field is still giving up the focus in this frame.
    const frame = requestAnimationFrame(() => field.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);

  const finish = (title: string | null): void => {
    if (isDone.current) return;
    isDone.current = true;
    if (title === null) startRename(null);
    else void rename(session.id, title);
  };

  return (
    <input
      ref={field}
      className={styles.rename}
      aria-label={catalogue.chats.renameField}
      defaultValue={titleOf(session)}
      maxLength={200}
      onBlur={(event) => {
        // Until the field has had the focus, leaving it means nothing.
        if (document.hasFocus()) finish(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') finish(event.currentTarget.value);
        if (event.key === 'Escape') {
          event.stopPropagation();
          finish(null);
        }
      }}
    />
  );
}
