import { catalogue } from '../../shared/catalogue/catalogue';
import type { Session } from '../../shared/model/session';
import { tierNames, tierOf, tiers, type TierName } from '../../shared/tiers';
import { titleOf } from '../sessions/title-of';
import { useApp, useSessions } from '../stores/use-stores';
import { Button } from '../ui/button';
import { formatCount } from '../ui/formats';
import { Tag } from '../ui/tag';
import { ChoicePreview } from './choice-preview';
import styles from './settings-pane.module.css';
import own from './tiers-card.module.css';

const words = catalogue.tiers;

interface TierRowProps {
  readonly name: TierName;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function TierRow({ name, isChosen, onChoose }: TierRowProps) {
  const { budgets, strategy, recallScope } = tiers[name];
  const recalls = strategy === 'hybrid';
  const figure = (tokens: number, isUsed: boolean): string => (isUsed ? formatCount(tokens) : words.none);
  return (
    <tr className={own.row} data-chosen={isChosen}>
      <th scope="row">
        <label className={own.name}>
          <input type="radio" name="tier" value={name} checked={isChosen} onChange={onChoose} />
          {words.name[name]}
        </label>
      </th>
      <td>{formatCount(budgets.maxContextTokens)}</td>
      <td className={own.text}>
        {catalogue.budgets.strategy[strategy][0]}
        {recalls && `, ${words.scope[recallScope]}`}
      </td>
      <td data-wide="true">{figure(budgets.summaryTokens, recalls)}</td>
      <td data-wide="true">{figure(budgets.recalledTokens, recalls)}</td>
      <td data-wide="true">{formatCount(budgets.replyReserveTokens)}</td>
      <td className={own.text}>
        <span>{words.goodFor[name]}</span>
        <ChoicePreview choice={{ kind: 'tier', name }} />
      </td>
    </tr>
  );
}

/** The open chat keeps its own choice unless it is switched too. */
function OfThisChat({ session, name }: { readonly session: Session; readonly name: TierName }) {
  const setMemory = useSessions((state) => state.setMemory);
  const { strategy, recallScope: wanted } = tiers[name];
  const recallScope = session.temporary ? session.recallScope : wanted;
  if (session.strategy === strategy && session.recallScope === recallScope) return null;
  const title = titleOf(session);
  const strategies = catalogue.budgets.strategy;
  return (
    <p className={own.chat}>
      <span className={styles.quiet}>{words.chatKeeps(title, strategies[session.strategy][0])}</span>
      <Button onClick={() => void setMemory(session.id, { strategy, recallScope })}>
        {words.switchChat(title, strategies[strategy][0], words.scope[recallScope])}
      </Button>
    </p>
  );
}

/** The presets of budgets and memory; editing one makes it one's own. */
export function TiersCard() {
  const settings = useApp((state) => state.settings);
  const changeSettings = useApp((state) => state.changeSettings);
  const setBudgetChanges = useApp((state) => state.setBudgetChanges);
  const session = useSessions((state) => state.opened);
  if (settings === null) return null;
  const current = tierOf(settings);
  const choose = async (name: TierName): Promise<void> => {
    if (await changeSettings(tiers[name])) setBudgetChanges({});
  };
  const { columns } = words;
  return (
    <section className={`${styles.card ?? ''} ${own.card ?? ''}`} data-testid="tiers">
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>
          {words.title} {current === 'own' && <Tag tone="info">{words.own}</Tag>}
        </h2>
        <span className={styles.quiet}>{words.hint}</span>
      </div>
      <table className={own.table}>
        <thead>
          <tr>
            <th scope="col">{columns.tier}</th>
            <th scope="col">{columns.window}</th>
            <th scope="col" className={own.text}>
              {columns.memory}
            </th>
            <th scope="col" data-wide="true">
              {columns.summary}
            </th>
            <th scope="col" data-wide="true">
              {columns.recalled}
            </th>
            <th scope="col" data-wide="true">
              {columns.reply}
            </th>
            <th scope="col" className={own.text}>
              {columns.goodFor}
            </th>
          </tr>
        </thead>
        <tbody>
          {tierNames.map((name) => (
            <TierRow key={name} name={name} isChosen={current === name} onChoose={() => void choose(name)} />
          ))}
        </tbody>
      </table>
      {session !== null && current !== 'own' && <OfThisChat session={session} name={current} />}
    </section>
  );
}
