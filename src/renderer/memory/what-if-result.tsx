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

/** What the prompts of the turns cost in microcents, without those whose model has no known price, which are counted. */
function costOf(
  turns: readonly ReplayedTurn[],
  prices: readonly ModelPrice[],
): { readonly before: number; readonly after: number; readonly unpriced: number } {
  let [before, after, unpriced] = [0, 0, 0];
  for (const { turn, result } of turns) {
    const price = findPrice(turn.model, prices);
    if (price === null) {
      unpriced += 1;
      continue;
    }
    before += microcentsOf(price, { prompt: result.tokensBefore, completion: 0 });
    after += microcentsOf(price, { prompt: result.tokensAfter, completion: 0 });
  }
  return { before, after, unpriced };
}

function costText(turns: readonly ReplayedTurn[], prices: readonly ModelPrice[]): string {
  const { before, after, unpriced } = costOf(turns, prices);
  return [
    ...(unpriced < turns.length ? [words.cost(formatDollars(after), formatDollars(before))] : []),
    ...(unpriced > 0 ? [words.unpriced(unpriced, turns.length)] : []),
  ].join(' ');
}

function Totals({ turns }: { readonly turns: readonly ReplayedTurn[] }) {
  const prices = useApp((state) => state.settings?.modelPrices ?? noPrices);
  const losing = turns.filter(({ result }) => result.lost.length > 0).length;
  const fewer = turns.filter(({ result }) => result.unsent > 0).length;
  const before = mean(turns.map(({ result }) => result.tokensBefore));
  const after = mean(turns.map(({ result }) => result.tokensAfter));
  const percent = before === 0 ? 0 : Math.round((after / before - 1) * 100);
  const change = `${percent > 0 ? '+' : percent < 0 ? '−' : '±'}${String(Math.abs(percent))} %`;
  return (
    <p className={own.summary} role="status" data-testid="what-if-totals">
      {words.losing(losing, turns.length)} {words.unsent(fewer)}{' '}
      {words.tokens(formatCount(Math.round(after)), formatCount(Math.round(before)), change)}{' '}
      {costText(turns, prices)}
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
