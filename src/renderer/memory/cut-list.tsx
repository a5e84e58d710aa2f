import { catalogue } from '../../shared/catalogue/catalogue';
import type { TurnSnapshot } from '../../shared/model/snapshot';
import { formatCount } from '../ui/formats';
import styles from './context-tab.module.css';
import { cutText } from './cut-text';
import pane from './memory-pane.module.css';

const words = catalogue.memory;

interface CutListProps {
  readonly snapshot: Pick<TurnSnapshot, 'cuts' | 'recall'>;
}

/** What would have been sent and was not, or only in part: never hidden. */
export function CutList({ snapshot: { cuts, recall } }: CutListProps) {
  const total = cuts.reduce((sum, cut) => sum + cut.tokens, 0);
  return (
    <section className={pane.section} data-testid="cuts">
      <div className={pane.head}>
        <h3 className={pane.subheading}>{words.cuts}</h3>
        <span className={pane.quiet}>{words.cutTotal(formatCount(total))}</span>
      </div>
      <ul>
        {cuts.map((cut, index) => (
          <li key={`${cut.kind} ${cut.messageId ?? index}`} className={styles.cut}>
            {cutText(cut, recall)}
          </li>
        ))}
      </ul>
    </section>
  );
}
