import { ChevronDown, ChevronRight, FileText, Trash2 } from 'lucide-react';
import { useEffect } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Attachment } from '../../shared/model/attachment';
import type { Message } from '../../shared/model/message';
import { useThread } from '../stores/use-stores';
import { IconButton } from '../ui/button';
import { formatCount } from '../ui/formats';
import styles from './files.module.css';
import { MessageMarks } from './message-marks';
import { MessageMenu } from './message-menu';

const words = catalogue.files;

interface FilePartProps {
  readonly message: Message;
  readonly file: Attachment;
}

function FileHead({ message, file, isOpen }: FilePartProps & { readonly isOpen: boolean }) {
  const showFile = useThread((state) => state.showFile);
  const deleteFile = useThread((state) => state.deleteFile);
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <div className={styles.head} data-testid="file-row">
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-label={isOpen ? words.hide(file.name) : words.show(file.name)}
        onClick={() => showFile(file.fileId, !isOpen)}
      >
        <FileText className={styles.icon} size={15} aria-hidden="true" />
        <span className={styles.name}>{file.name}</span>
        <span className={styles.size}>{words.inThread(formatCount(file.characters), file.parts)}</span>
        <Chevron className={styles.icon} size={14} aria-hidden="true" />
      </button>
      <IconButton label={words.delete(file.name)} onClick={() => void deleteFile(message)}>
        <Trash2 size={14} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/**
 * One part of an attached file. The first one carries the file's row; the text of all of them is shown or hidden with
 * it, part by part, so that a book is drawn only where it is in view. Who is taken to a part sees it open.
 */
export function FilePart({ message, file }: FilePartProps) {
  const isOpen = useThread((state) => state.openFiles.has(file.fileId));
  const isTarget = useThread((state) => state.flashId === message.id);
  const showFile = useThread((state) => state.showFile);
  useEffect(() => {
    if (isTarget) showFile(file.fileId, true);
  }, [file.fileId, isTarget, showFile]);
  return (
    <div className={styles.file}>
      {file.part === 1 && <FileHead message={message} file={file} isOpen={isOpen} />}
      {isOpen && (
        <div className={styles.part} data-testid="file-part">
          <div className={styles.partHead}>
            <span className={styles.size}>{words.place(file.part, file.parts)}</span>
            <MessageMarks message={message} />
            <span className={styles.tools}>
              <MessageMenu message={message} />
            </span>
          </div>
          <pre className={styles.text} dir="auto">
            {message.content}
          </pre>
        </div>
      )}
    </div>
  );
}
