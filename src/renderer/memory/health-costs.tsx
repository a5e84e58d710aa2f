import { catalogue } from '../../shared/catalogue/catalogue';
import type { ModelCost } from '../../shared/model/health';
import { useApp } from '../stores/use-stores';
import { formatCount, formatDollars } from '../ui/formats';
import { HealthCard } from './health-card';
import styles from './health-tab.module.css';
import pane from './memory-pane.module.css';

const words = catalogue.health;

function costOf({ microcents, isLocal }: ModelCost): string {
  if (microcents === null) return words.unknownPrice;
  return isLocal ? words.free : formatDollars(microcents);
}

/** What each model was asked and what it cost, background work apart. */
export function HealthCosts({ costs }: { readonly costs: readonly ModelCost[] }) {
  const showSettings = useApp((state) => state.showSettings);
  return (
    <HealthCard
      title={words.costs}
      place="costsPlace"
      note={
        <>
          <span className={pane.quiet}>{words.costsHint}</span>
          <button type="button" className={pane.link} onClick={() => showSettings('models')}>
            {words.editPrices}
          </button>
        </>
      }
    >
      {costs.length === 0 ? (
        <p className={pane.quiet}>{words.noCosts}</p>
      ) : (
        <div className={styles.tableBox}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.model}</th>
                <th scope="col">{words.calls}</th>
                <th scope="col">{words.read}</th>
                <th scope="col">{words.written}</th>
                <th scope="col">{words.cost}</th>
              </tr>
            </thead>
            <tbody>
              {costs.map((cost) => (
                <tr key={`${cost.model} ${String(cost.isBackground)}`}>
                  <th scope="row">
                    {cost.model}{' '}
                    <span className={pane.quiet}>
                      {cost.isBackground ? words.background : words.forTurns}
                    </span>
                  </th>
                  <td>{formatCount(cost.calls)}</td>
                  <td>{formatCount(cost.promptTokens)}</td>
                  <td>{formatCount(cost.completionTokens)}</td>
                  <td>{costOf(cost)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </HealthCard>
  );
}
