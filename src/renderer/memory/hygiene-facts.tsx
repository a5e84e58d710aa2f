import { catalogue } from '../../shared/catalogue/catalogue';
import type { HygieneContradiction } from '../../shared/model/hygiene';
import { useMemory } from '../stores/use-stores';
import { Button } from '../ui/button';
import own from './health-hygiene.module.css';
import pane from './memory-pane.module.css';

const words = catalogue.hygiene;

interface HygieneFactsProps {
  readonly contradictions: readonly HygieneContradiction[];
}

function Mend({ count }: { readonly count: number }) {
  const ended = useMemory((state) => state.endedFacts.length);
  const mending = useMemory((state) => state.mending);
  const mend = useMemory((state) => state.mendFacts);
  const undo = useMemory((state) => state.undoMendFacts);
  if (ended > 0) {
    return (
      <>
        <span className={pane.quiet} role="status">
          {words.factsMended(ended)}
        </span>
        <Button aria-label={words.undo(words.facts)} onClick={() => void undo()}>
          {catalogue.app.undo}
        </Button>
      </>
    );
  }
  if (count === 0) return null;
  return (
    <Button disabled={mending !== null} onClick={() => void mend()}>
      {words.keepNewest}
    </Button>
  );
}

/** Facts of the profile that cannot both hold. */
export function HygieneFacts({ contradictions }: HygieneFactsProps) {
  const count = contradictions.length;
  return (
    <li className={own.finding} data-testid="hygiene-finding" data-kind="facts">
      <div className={own.head}>
        <span className={own.name}>{words.facts}</span>
        <span className={own.count}>{words.factsCount(count)}</span>
        <span className={own.mend}>
          <Mend count={count} />
        </span>
      </div>
      <p className={pane.quiet}>{words.factsExplain}</p>
      <ul className={own.groups}>
        {contradictions.map(({ newer, older }) => (
          <li key={older.id} className={own.excerpt}>
            {words.against(older.text, newer.text)}
          </li>
        ))}
      </ul>
    </li>
  );
}
