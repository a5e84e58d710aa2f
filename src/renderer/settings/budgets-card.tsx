import { checkBudgets, shareFields, tokensLeft } from '../../shared/budget-check';
import { standardFigures, type BudgetField, type BudgetFigures } from '../../shared/budget-limits';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import { Button } from '../ui/button';
import { formatCount } from '../ui/formats';
import { PartBar } from '../ui/part-bar';
import type { PartKind } from '../ui/part-kind';
import { BudgetPreview } from './budget-preview';
import { BudgetProblems } from './budget-problems';
import { BudgetRow } from './budget-row';
import budget from './budgets.module.css';
import models from './models.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.budgets;

/** The part of the bar that a share is drawn as. */
const partOf = {
  systemTokens: 'system',
  profileTokens: 'profile',
  summaryTokens: 'summary',
  pinnedTokens: 'pinned',
  recalledTokens: 'recalled',
  replyReserveTokens: 'reply',
} as const satisfies Record<(typeof shareFields)[number], PartKind>;

const others = [
  'bufferMessageLimit',
  'retrievalTopK',
  'summaryTrigger',
] as const satisfies readonly BudgetField[];

function barParts(figures: BudgetFigures) {
  const shares = shareFields.map((field) => ({ kind: partOf[field], tokens: figures[field] }));
  const buffer = { kind: 'buffer' as PartKind, tokens: Math.max(0, tokensLeft(figures)) };
  return [...shares.slice(0, -1), buffer, ...shares.slice(-1)];
}

function changedFields(figures: BudgetFigures, stored: BudgetFigures): readonly BudgetField[] {
  return (Object.keys(figures) as readonly BudgetField[]).filter((field) => figures[field] !== stored[field]);
}

function WindowBar({ figures }: { readonly figures: BudgetFigures }) {
  return (
    <div className={budget.bar}>
      <PartBar label={words.bar} parts={barParts(figures)} />
    </div>
  );
}

/** The figures of a context, changed here and stored with Save, and what they would mean for the open chat. */
export function BudgetsCard() {
  const stored = useApp((state) => state.settings?.budgets ?? null);
  const changeSettings = useApp((state) => state.changeSettings);
  const changes = useApp((state) => state.budgetChanges);
  const setChanges = useApp((state) => state.setBudgetChanges);
  if (stored === null) return null;
  const figures: BudgetFigures = { ...stored, ...changes };
  const change = (field: BudgetField, value: number): void => setChanges({ ...changes, [field]: value });
  const changed = changedFields(figures, stored);
  const problems = checkBudgets(figures);
  const isUnfit = problems.some(({ severity }) => severity === 'error');
  const save = async (): Promise<void> => {
    if (await changeSettings({ budgets: figures })) setChanges({});
  };
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.budgets}</h2>
        <span className={styles.quiet}>{words.budgetsHint}</span>
      </div>
      <WindowBar figures={figures} />
      <BudgetProblems problems={problems} onFix={change} />
      <BudgetRow field="maxContextTokens" value={figures.maxContextTokens} most={32_000} onChange={change} />
      {shareFields.map((field) => (
        <BudgetRow
          key={field}
          field={field}
          kind={partOf[field]}
          value={figures[field]}
          most={Math.max(4_000, Math.floor(figures.maxContextTokens / 2))}
          onChange={change}
        />
      ))}
      <p className={budget.left}>
        <span>{words.left}</span>
        <span>{formatCount(Math.max(0, tokensLeft(figures)))}</span>
      </p>
      {others.map((field) => (
        <BudgetRow key={field} field={field} value={figures[field]} onChange={change} />
      ))}
      <BudgetPreview figures={figures} isUnfit={isUnfit} />
      <div className={models.buttons}>
        <Button
          isMain
          data-testid="budgets-save"
          disabled={isUnfit || changed.length === 0}
          onClick={() => void save()}
        >
          {words.save}
        </Button>
        <Button disabled={changed.length === 0} onClick={() => setChanges({})}>
          {words.undo}
        </Button>
        <Button onClick={() => setChanges(standardFigures)}>{words.standard}</Button>
        {changed.length > 0 && <span className={budget.unsaved}>{words.unsaved(changed.length)}</span>}
      </div>
    </section>
  );
}
