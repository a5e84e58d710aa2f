import { useEffect, useId, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { SpendingView } from '../../shared/model/spending';
import { useApp, useMemory } from '../stores/use-stores';
import { Button } from '../ui/button';
import { formatDollars } from '../ui/formats';
import costs from './costs.module.css';
import models from './models.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.costs;
const microcentsPerDollar = 100_000_000;
const leastDollars = 0.01;
const mostDollars = 1_000_000;

/** An amount as a person writes it, with a point or a comma; null where it is none that can be a cap. */
function readAmount(text: string): number | null {
  const amount = Number(text.trim().replace(',', '.').replace(/^\$/, ''));
  return text.trim() !== '' && amount >= leastDollars && amount <= mostDollars ? amount : null;
}

function Spent({ spending }: { readonly spending: SpendingView }) {
  const { microcents, capDollars, month, unpricedCalls, state } = spending;
  const spent = formatDollars(microcents);
  const share = capDollars === null ? 0 : Math.min(1, microcents / (capDollars * microcentsPerDollar));
  const text =
    capDollars === null
      ? words.spent(spent, month)
      : words.spentOf(spent, formatDollars(capDollars * microcentsPerDollar), month);
  return (
    <>
      <p className={costs.spent}>{text}</p>
      {capDollars !== null && (
        <div
          className={costs.track}
          data-state={state}
          role="meter"
          aria-label={words.cap}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
          aria-valuetext={text}
        >
          <span style={{ width: `${String(share * 100)}%` }} />
        </div>
      )}
      {state === 'near' && capDollars !== null && (
        <p className={costs.warn}>{words.nearNotice(capDollars)}</p>
      )}
      {state === 'reached' && capDollars !== null && (
        <p className={costs.warn}>{words.reachedNotice(capDollars)}</p>
      )}
      {unpricedCalls > 0 && <p className={styles.quiet}>{words.unpriced(unpricedCalls)}</p>}
    </>
  );
}

/** What a month's calls may cost before nothing paid is asked, and what they have cost so far. */
export function CapCard() {
  const cap = useApp((state) => state.settings?.monthlyCapDollars ?? null);
  const changeSettings = useApp((state) => state.changeSettings);
  const spending = useMemory((state) => state.spending);
  const loadSpending = useMemory((state) => state.loadSpending);
  const [typed, setTyped] = useState<string | null>(null);
  const [isBad, setIsBad] = useState(false);
  const id = useId();
  useEffect(() => void loadSpending(), [loadSpending]);
  const save = async (amount: number | null): Promise<void> => {
    if (await changeSettings({ monthlyCapDollars: amount })) setTyped(null);
    await loadSpending();
  };
  const submit = (): void => {
    const amount = readAmount(typed ?? '');
    setIsBad(amount === null);
    if (amount !== null) void save(amount);
  };
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.cap}</h2>
      </div>
      <p className={styles.quiet}>{words.capHint}</p>
      {spending !== null && <Spent spending={spending} />}
      <form
        className={costs.row}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label htmlFor={id}>{words.capField}</label>
        <input
          id={id}
          className={costs.amount}
          inputMode="decimal"
          placeholder={words.noCap}
          aria-invalid={isBad}
          value={typed ?? (cap === null ? '' : String(cap))}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button isMain type="submit" disabled={typed === null}>
          {words.saveCap}
        </Button>
        {cap !== null && <Button onClick={() => void save(null)}>{words.removeCap}</Button>}
      </form>
      {isBad && (
        <p className={models.bad} role="alert">
          {words.badCap}
        </p>
      )}
    </section>
  );
}
