import { useId } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Strategy } from '../../shared/model/session';
import { titleOf } from '../sessions/title-of';
import { useApp, useSessions } from '../stores/use-stores';
import { ChoicePreview } from './choice-preview';
import models from './models.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.budgets;
const strategies = Object.keys(words.strategy) as readonly Strategy[];

/** The open chat may go another way than new ones; nothing is lost by switching. */
function OfThisChat() {
  const session = useSessions((state) => state.opened);
  const setStrategy = useSessions((state) => state.setStrategy);
  const id = useId();
  if (session === null) return null;
  return (
    <div className={models.role}>
      <label htmlFor={id}>{words.thisChat(titleOf(session))}</label>
      <select
        id={id}
        className={models.field}
        data-testid="chat-strategy"
        value={session.strategy}
        onChange={(event) => {
          const chosen = strategies.find((each) => each === event.target.value);
          if (chosen !== undefined) void setStrategy(session.id, chosen);
        }}
      >
        {strategies.map((each) => (
          <option key={each} value={each}>
            {words.strategy[each][0]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What a context is made of, for new chats and for the open one. */
export function StrategyCard() {
  const strategy = useApp((state) => state.settings?.strategy);
  const changeSettings = useApp((state) => state.changeSettings);
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.strategies}</h2>
        <span className={styles.quiet}>{words.strategiesHint}</span>
      </div>
      <fieldset className={styles.choices}>
        <legend className="visually-hidden">{words.strategies}</legend>
        {strategies.map((each) => (
          <label key={each} className={styles.choice}>
            <input
              type="radio"
              name="strategy"
              value={each}
              checked={strategy === each}
              onChange={() => void changeSettings({ strategy: each })}
            />
            <span className={styles.choiceName}>{words.strategy[each][0]}</span>
            <span className={`${styles.choiceHint ?? ''} ${styles.quiet ?? ''}`}>
              {words.strategy[each][1]}
            </span>
            <ChoicePreview choice={{ kind: 'strategy', name: each }} />
          </label>
        ))}
      </fieldset>
      <OfThisChat />
    </section>
  );
}
