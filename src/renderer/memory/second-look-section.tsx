import { catalogue } from '../../shared/catalogue/catalogue';
import type { SecondLook } from '../../shared/model/second-look';
import { secondLookCost } from '../ui/second-look-cost';
import { Tag } from '../ui/tag';
import pane from './memory-pane.module.css';
import styles from './second-look-section.module.css';

const words = catalogue.secondLook;

interface SecondLookSectionProps {
  readonly look: SecondLook;
}

/** Why a turn was looked at again, what for, what came of it and what it took. */
export function SecondLookSection({ look }: SecondLookSectionProps) {
  const cost = secondLookCost(look);
  const stands = look.reason === 'reply-says-missing' && look.firstReplyId === null && look.found.length > 0;
  return (
    <section className={pane.section} data-testid="second-look-section">
      <div className={pane.head}>
        <h2 className={pane.heading}>{words.name}</h2>
        <span className={pane.quiet}>
          {look.found.length === 0 ? words.foundNothing : words.foundNew(look.found.length)}
        </span>
      </div>
      <p className={styles.text}>{words.because[look.reason]}</p>
      {look.sentence !== null && <blockquote className={styles.sentence}>{look.sentence}</blockquote>}
      <p className={styles.text}>
        {words.searchedFor}{' '}
        <span className={styles.queries}>
          {look.queries.map((query) => (
            <Tag key={query} tone="quiet">
              {query}
            </Tag>
          ))}
        </span>
      </p>
      {stands && <p className={styles.text}>{words.noSecond}</p>}
      {cost !== null && <p className={pane.quiet}>{cost}</p>}
    </section>
  );
}
