import { ScanSearch } from 'lucide-react';
import { useId, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { SessionId, TurnId } from '../../shared/model/ids';
import type { SecondLook } from '../../shared/model/second-look';
import { useThread } from '../stores/use-stores';
import { secondLookCost } from '../ui/second-look-cost';
import { Markdown } from './markdown';
import styles from './second-look-line.module.css';

const words = catalogue.secondLook;

interface SecondLookLineProps {
  readonly turnId: TurnId;
  readonly sessionId: SessionId;
}

function FirstAnswer({ turnId, look }: { readonly turnId: TurnId; readonly look: SecondLook }) {
  const answer = useThread((state) => state.firstAnswers[turnId]);
  if (answer === undefined) return null;
  const cost = secondLookCost(look);
  return (
    <section className={styles.first} aria-label={words.firstLabel} data-testid="first-answer">
      {answer === 'failed' && <p>{words.firstFailed}</p>}
      {answer === 'gone' && <p>{words.firstGone}</p>}
      {typeof answer === 'object' && <Markdown text={answer.content} />}
      {cost !== null && <p className={styles.cost}>{cost}</p>}
    </section>
  );
}

function wordsOf({ firstReplyId, found, reason }: SecondLook): string {
  if (firstReplyId !== null) return words.again(found.length);
  return reason === 'nothing-found' ? words.beforeReply(found.length) : words.stands(found.length);
}

/** Above an answer that memory looked a second time for: what it found, and the first answer, collapsed. */
export function SecondLookLine({ turnId, sessionId }: SecondLookLineProps) {
  const look = useThread((state) => state.snapshots[turnId]?.recall?.secondLook);
  const readFirstAnswer = useThread((state) => state.readFirstAnswer);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (look === undefined || look.found.length === 0) return null;
  const hasFirst = look.firstReplyId !== null;
  const toggle = (): void => {
    setOpen(!isOpen);
    if (!isOpen) void readFirstAnswer(sessionId, turnId);
  };
  return (
    <div className={styles.look} data-testid="second-look">
      <p className={styles.line}>
        <ScanSearch size={14} aria-hidden="true" />
        <span>{wordsOf(look)}</span>
        {hasFirst && (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={toggle}
          >
            {isOpen ? words.hideFirst : words.showFirst}
          </button>
        )}
      </p>
      <div id={id}>{isOpen && hasFirst && <FirstAnswer turnId={turnId} look={look} />}</div>
    </div>
  );
}
