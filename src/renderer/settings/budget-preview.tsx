import { useEffect } from 'react';
import type { BudgetFigures } from '../../shared/budget-limits';
import { catalogue } from '../../shared/catalogue/catalogue';
import { titleOf } from '../sessions/title-of';
import { useApp, useSessions } from '../stores/use-stores';
import { gaugeParts } from '../thread/gauge-parts';
import { PartBar } from '../ui/part-bar';
import budget from './budgets.module.css';
import { previewText } from './preview-text';
import styles from './settings-pane.module.css';

const words = catalogue.budgets;

interface BudgetPreviewProps {
  readonly figures: BudgetFigures;
  /** Whether the figures cannot be used at all. */
  readonly isUnfit: boolean;
}

/** What the figures would mean for the open chat, before they are saved. */
export function BudgetPreview({ figures, isUnfit }: BudgetPreviewProps) {
  const session = useSessions((state) => state.opened);
  const preview = useApp((state) => state.budgetPreview);
  const stored = useApp((state) => state.settings?.budgets ?? null);
  const previewBudgets = useApp((state) => state.previewBudgets);
  const wanted = JSON.stringify(figures);
  useEffect(() => {
    if (session === null || isUnfit) return;
    previewBudgets(session, JSON.parse(wanted) as BudgetFigures);
  }, [isUnfit, previewBudgets, session, stored, wanted]);
  // An answer for another chat, or for figures that do not fit, says nothing of these.
  const isOfThis = preview.kind !== 'none' && preview.sessionId === session?.id && !isUnfit;
  return (
    <div className={budget.preview} data-testid="budgets-preview" aria-live="polite">
      <h3 className={budget.previewTitle}>{words.preview}</h3>
      {session === null && <p className={styles.quiet}>{words.previewNone}</p>}
      {session !== null && isUnfit && <p className={styles.quiet}>{words.previewUnfit}</p>}
      {isOfThis && preview.kind === 'failed' && <p className={styles.quiet}>{words.previewFailed}</p>}
      {session !== null && isOfThis && preview.kind === 'ready' && (
        <>
          <PartBar isThin label={words.preview} parts={gaugeParts(preview.then, 0).parts} />
          <p className={styles.quiet}>
            {words.inChat(titleOf(session), previewText(preview.now, preview.then))}
          </p>
        </>
      )}
    </div>
  );
}
