import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp, useThread } from '../stores/use-stores';
import { formatCount } from '../ui/formats';
import { joinClasses } from '../ui/join-classes';
import { PartBar } from '../ui/part-bar';
import styles from './composer.module.css';
import { gaugeParts } from './gauge-parts';

const words = catalogue.thread;

/** The window as the next message would fill it: the Context tab's bar, thin, with the draft counted in. */
export function ContextGauge() {
  const preview = useThread((state) => state.preview);
  const draftTokens = useThread(({ draftTokens: typed, draftFiles, sessionId }) => {
    const files = sessionId === null ? [] : (draftFiles[sessionId] ?? []);
    return typed + files.reduce((sum, file) => sum + file.tokens, 0);
  });
  const budget = useApp((state) => state.settings?.budgets.maxContextTokens ?? 0);
  if (preview === null) {
    return <span className={styles.count}>{words.tokensUnknown(formatCount(budget))}</span>;
  }
  const { parts, used, isOver } = gaugeParts(preview, draftTokens);
  const text = words.tokens(formatCount(used), formatCount(preview.maxContextTokens));
  return (
    <>
      <span className={styles.gauge}>
        <PartBar isThin label={`${words.gauge}: ${text}`} parts={parts} />
      </span>
      <span className={joinClasses(styles.count, isOver && styles.warning)} title={words.gauge}>
        {isOver ? `${text}. ${words.overBudget}` : text}
      </span>
    </>
  );
}
