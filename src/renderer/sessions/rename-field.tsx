import { useEffect, useRef } from 'react';
import styles from './chat-row.module.css';

interface RenameFieldProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  /** Told what was written, or null where it is to stay as it was. */
  readonly onDone: (text: string | null) => void;
}

/** A name while it is being changed: Enter or leaving keeps it, Esc does not. */
export function RenameField({ label, value, maxLength, onDone }: RenameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);

  useEffect(() => {
    // The menu that opened this field is still giving up the focus in this frame.
    const frame = requestAnimationFrame(() => field.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);

  const finish = (text: string | null): void => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(text);
  };

  return (
    <input
      ref={field}
      className={styles.rename}
      aria-label={label}
      placeholder={label}
      defaultValue={value}
      maxLength={maxLength}
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
