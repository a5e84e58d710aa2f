import { assertNever } from '../../shared/assert-never';
import type { BudgetProblem } from '../../shared/budget-check';
import { budgetLimits, type BudgetField } from '../../shared/budget-limits';
import { catalogue } from '../../shared/catalogue/catalogue';
import { Button } from '../ui/button';
import { formatCount } from '../ui/formats';
import models from './models.module.css';

const words = catalogue.budgets;

function shownFigure(field: BudgetField, value: number): string {
  return field === 'summaryTrigger' ? `${String(Math.round(value * 100))} %` : formatCount(value);
}

function textOf(problem: BudgetProblem): string {
  switch (problem.kind) {
    case 'out-of-range': {
      const [least, most] = budgetLimits[problem.field];
      const name = words.field[problem.field];
      return words.outOfRange(name, shownFigure(problem.field, least), shownFigure(problem.field, most));
    }
    case 'over-window':
      return words.overWindow(formatCount(problem.sum), formatCount(problem.excess));
    case 'unusual-trigger':
      return words.unusualTrigger;
    default:
      return assertNever(problem);
  }
}

interface BudgetProblemsProps {
  readonly problems: readonly BudgetProblem[];
  readonly onFix: (field: BudgetField, value: number) => void;
}

/** What is wrong with the figures, each with the buttons that put it right. */
export function BudgetProblems({ problems, onFix }: BudgetProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <div className={models.notice} role="status" data-testid="budget-problems">
      {problems.map((problem) => (
        <div key={`${problem.kind} ${problem.field}`}>
          <p>{textOf(problem)}</p>
          <span className={models.buttons}>
            {problem.fixes.map((fix) => (
              <Button key={fix.field} onClick={() => onFix(fix.field, fix.value)}>
                {words.fix(words.field[fix.field], shownFigure(fix.field, fix.value))}
              </Button>
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}
