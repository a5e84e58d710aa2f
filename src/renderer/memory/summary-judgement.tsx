import { catalogue } from '../../shared/catalogue/catalogue';
import type { Summary } from '../../shared/model/summary';
import pane from './memory-pane.module.css';
import styles from './summaries-tab.module.css';

const words = catalogue.summaries.judged;

interface SummaryJudgementProps {
  readonly summary: Summary;
  readonly name: string;
}

/** Why a version has its score: the judge's reasons, what it was held against, what is missing. */
export function SummaryJudgement({ summary, name }: SummaryJudgementProps) {
  const { score } = summary;
  if (score === null) return null;
  const positions = words.messages(score.drawn.map(({ position }) => position));
  return (
    <section className={pane.section} data-testid="summary-judgement">
      <div className={pane.head}>
        <h3 className={pane.heading}>{words.heading(name)}</h3>
      </div>
      <p className={styles.reasoning}>{score.kind === 'scored' ? score.reasoning : score.reason}</p>
      <p className={pane.quiet}>{words.drawn(positions, score.judge, score.seed)}</p>
      {score.kind === 'scored' && score.missing.length > 0 && (
        <>
          <h4 className={pane.subheading}>{words.missing}</h4>
          <ul className={styles.missing}>
            {score.missing.map((fact, index) => (
              <li key={index}>{fact}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
