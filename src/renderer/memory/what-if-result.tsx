import { catalogue } from '../../shared/catalogue/catalogue';
import { findPrice, microcentsOf, type ModelPrice } from '../../shared/model-prices';
import type { ReplayedTurn } from '../stores/what-if-slice';
import { useApp, useMemory, useNavigation } from '../stores/use-stores';
import { formatCount, formatDollars } from '../ui/formats';
import { useTimeLeft } from '../ui/use-time-left';
import own from './health-replay.module.css';
import pane from './memory-pane.module.css';
import styles from './health-tab.module.css';

const words = catalogue.replay.whatIf;

const noPrices: readonly ModelPrice[] = [];

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** What the prompts of the turns cost; null where a model's price is not known. */
function costOf(
  turns: readonly ReplayedTurn[],
  prices: readonly ModelPrice[],
  tokensOf: (turn: ReplayedTurn) => number,
): number | null {
  let sum = 0;
  for (const each of turns) {
    const price = findPrice(each.turn.model, prices);
    if (price === null) return null;
    sum += microcentsOf(price, { prompt: tokensOf(each), completion: 0 });
  }
  return sum;
}

function Totals({ turns }: { readonly turns: readonly ReplayedTurn[] }) {
  const prices = useApp((state) => state.settings?.modelPrices ?? noPrices);
  const losing = turns.filter(({ result }) => result.lost.length > 0).length;
  const fewer = turns.filter(({ result }) => result.unsent > 0).length;
  const before = mean(turns.map(({ result }) => result.tokensBefore));
  const after = mean(turns.map(({ result }) => result.tokensAfter));
  const percent = before === 0 ? 0 : Math.round((after / before - 1) * 100);
  const change = `${percent > 0 ? '+' : percent < 0 ? '−' : '±'}${String(Math.abs(percent))} %`;
  const costs = [
    costOf(turns, prices, ({ result }) => result.tokensAfter),
    costOf(turns, prices, ({ result }) => result.tokensBefore),
  ] as const;
  const [then, was] = costs;
  return (
    <p className={own.summary} role="status" data-testid="what-if-totals">
      {words.losing(losing, turns.length)} {words.unsent(fewer)}{' '}
      {words.tokens(formatCount(Math.round(after)), formatCount(Math.round(before)), change)}{' '}
      {then === null || was === null ? words.unpriced : words.cost(formatDollars(then), formatDollars(was))}
    </p>
  );
}

function Row({ turn: { turn, result } }: { readonly turn: ReplayedTurn }) {
  const { openChat } = useNavigation();
  const showTab = useMemory((state) => state.showTab);
  return (
    <tr data-testid="what-if-turn">
      <th scope="row" className={own.question}>
        {turn.question}
      </th>
      <td>{formatCount(result.tokensBefore)}</td>
      <td>{formatCount(result.tokensAfter)}</td>
      <td>{result.unsent}</td>
      <td>{result.sources}</td>
      <td>
        {result.lost.length === 0
          ? words.none
          : result.lost.map(({ messageId, sessionId, position, excerpt }) => (
              <button
                key={messageId}
                type="button"
                className={own.message}
                onClick={() => {
                  showTab('context');
                  void openChat(sessionId, messageId);
                }}
              >
                {words.lost(position, excerpt)}
              </button>
            ))}
      </td>
    </tr>
  );
}

/** What the turns would have been sent, in sum and one by one. */
export function WhatIfResult() {
  const turns = useMemory((state) => state.replayed);
  const total = useMemory((state) => state.replayTotal);
  const isReplaying = useMemory((state) => state.isReplaying);
  const left = useTimeLeft(turns.length, total ?? 0);
  if (total === null) return null;
  if (total === 0) return <p className={own.none}>{words.noTurns}</p>;
  return (
    <>
      {isReplaying && (
        <p className={pane.quiet} role="status">
          {words.progress(turns.length, total) + left}
        </p>
      )}
      {turns.length > 0 && <Totals turns={turns} />}
      {turns.length > 0 && (
        <div className={own.table} tabIndex={0} role="region" aria-label={words.table}>
          <table className={styles.table}>
            <thead>
              <tr>
                {Object.values(words.columns).map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {turns.map((each) => (
                <Row key={each.turn.turnId} turn={each} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
