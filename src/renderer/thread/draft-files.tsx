import { FileText, TextCursorInput, X } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { DraftFile } from '../../shared/model/attachment';
import type { SessionId } from '../../shared/model/ids';
import { useThread } from '../stores/use-stores';
import { IconButton } from '../ui/button';
import { formatCount } from '../ui/formats';
import styles from './files.module.css';

const words = catalogue.files;
const none: readonly DraftFile[] = [];

function Chip({ file }: { readonly file: DraftFile }) {
  const detachFile = useThread((state) => state.detachFile);
  const unpaste = useThread((state) => state.unpaste);
  const isPasted = useThread((state) => state.isPasted(file.id));
  return (
    <li className={styles.chip} data-testid="draft-file">
      <FileText className={styles.icon} size={14} aria-hidden="true" />
      <span className={styles.name} title={file.name}>
        {file.name}
      </span>
      <span
        className={styles.size}
        title={words.size(formatCount(file.characters), formatCount(file.tokens))}
      >
        {words.tokensShort(formatCount(file.tokens))}
      </span>
      {isPasted && (
        <IconButton label={words.asText(file.name)} onClick={() => void unpaste(file.id)}>
          <TextCursorInput size={13} aria-hidden="true" />
        </IconButton>
      )}
      <IconButton label={words.remove(file.name)} onClick={() => void detachFile(file.id)}>
        <X size={13} aria-hidden="true" />
      </IconButton>
    </li>
  );
}

/** The files that go with the next message of a chat. */
export function DraftFiles({ sessionId }: { readonly sessionId: SessionId }) {
  const files = useThread((state) => state.draftFiles[sessionId] ?? none);
  const attaching = useThread((state) => state.attaching);
  if (files.length === 0 && attaching === 0) return null;
  return (
    <ul className={styles.chips} aria-label={words.attached} data-testid="draft-files">
      {files.map((file) => (
        <Chip key={file.id} file={file} />
      ))}
      {attaching > 0 && (
        <li className={styles.reading} role="status">
          {words.reading(attaching)}
        </li>
      )}
    </ul>
  );
}
