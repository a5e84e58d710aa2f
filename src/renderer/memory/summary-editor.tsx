import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Summary } from '../../shared/model/summary';
import { useMemory } from '../stores/use-stores';
import { Button } from '../ui/button';
import pane from './memory-pane.module.css';
import styles from './summary-actions.module.css';

const words = catalogue.summaries.editor;

interface SummaryEditorProps {
  readonly summary: Summary;
  /** What it begins with: the version's own text, or that with a line put back. */
  readonly text: string;
  readonly onClose: () => void;
}

/** The version in force, to be rewritten by the user. */
export function SummaryEditor({ summary, text: begun, onClose }: SummaryEditorProps) {
  const [text, setText] = useState(begun);
  const editSummary = useMemory((state) => state.editSummary);
  const isBusy = useMemory((state) => state.isSummarising);
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        void editSummary(summary.id, text).then((isTaken) => {
          if (isTaken) onClose();
        });
      }}
    >
      <textarea
        className={styles.text}
        aria-label={words.label(summary.version)}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className={pane.quiet}>{words.hint}</p>
      <div className={styles.buttons}>
        <Button type="submit" isMain disabled={isBusy || text.trim() === '' || text === summary.text}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{catalogue.app.cancel}</Button>
      </div>
    </form>
  );
}
