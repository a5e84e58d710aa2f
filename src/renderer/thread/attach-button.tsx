import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useThread } from '../stores/use-stores';
import { IconButton } from '../ui/button';
import styles from './files.module.css';
import { incomingFile } from './read-text-file';

/** Lets the user choose text files for the next message. */
export function AttachButton() {
  const attachFiles = useThread((state) => state.attachFiles);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label={catalogue.files.attach} data-testid="attach" onClick={() => input.current?.click()}>
        <Paperclip size={15} aria-hidden="true" />
      </IconButton>
      <input
        ref={input}
        className={styles.input}
        type="file"
        multiple
        hidden
        data-testid="attach-input"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])].map(incomingFile);
          // The same file can be chosen again once it was taken away.
          event.target.value = '';
          void attachFiles(files);
        }}
      />
    </>
  );
}
