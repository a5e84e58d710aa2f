import { Trash2 } from 'lucide-react';
import { useEffect } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { RecallCase, ReplayMessage } from '../../shared/model/replay';
import { outcomeText } from '../stores/cases-slice';
import { useMemory, useNavigation } from '../stores/use-stores';
import { Button, IconButton } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { Tag } from '../ui/tag';
import { HealthCard } from './health-card';
import own from './health-replay.module.css';
import pane from './memory-pane.module.css';

const words = catalogue.replay.cases;

function Message({ message }: { readonly message: ReplayMessage }) {
  const { openChat } = useNavigation();
  const showTab = useMemory((state) => state.showTab);
  const { sessionId, messageId, sessionTitle, position, excerpt } = message;
  return (
    <button
      type="button"
      className={own.message}
      aria-label={`${words.open(sessionTitle, position)}: ${excerpt}`}
      onClick={() => {
        // Health lies over the thread, which is to be seen.
        showTab('context');
        void openChat(sessionId, messageId);
      }}
    >
      {excerpt}
    </button>
  );
}

function Case({ one }: { readonly one: RecallCase }) {
  const result = useMemory((state) => state.caseResults[one.id]);
  const isRunning = useMemory((state) => state.runningCase === one.id);
  const deleteCase = useMemory((state) => state.deleteCase);
  const isGood = typeof result === 'object' && (result.outcome === 'sent' || result.outcome === 'summary');
  return (
    <li className={own.case} data-testid="recall-case">
      <div className={own.words}>
        <Message message={one.question} />
        <span className={own.expects}>
          {one.expected === null ? (
            <span className={pane.quiet}>{words.expectsWords(one.words ?? '')}</span>
          ) : (
            <Message message={one.expected} />
          )}
        </span>
      </div>
      <span className={own.result} role="status">
        {isRunning && <span className={pane.quiet}>{words.running}</span>}
        {result !== undefined && <Tag tone={isGood ? 'good' : 'warning'}>{outcomeText(result)}</Tag>}
      </span>
      <IconButton label={words.delete(one.question.excerpt)} onClick={() => void deleteCase(one.id)}>
        <Trash2 size={14} aria-hidden="true" />
      </IconButton>
    </li>
  );
}

function Passed({ cases }: { readonly cases: readonly RecallCase[] }) {
  const results = useMemory((state) => state.caseResults);
  const done = cases.flatMap(({ id }) => results[id] ?? []);
  if (done.length === 0) return null;
  const passed = done.filter(
    (result) => result !== 'failed' && (result.outcome === 'sent' || result.outcome === 'summary'),
  );
  return <p className={own.summary}>{words.passed(passed.length, done.length)}</p>;
}

/** Questions whose answers should have remembered something, asked again with the settings of now. */
export function HealthCases() {
  const cases = useMemory((state) => state.cases);
  const error = useMemory((state) => state.casesError);
  const isRunning = useMemory((state) => state.runningCase !== null);
  const load = useMemory((state) => state.loadCases);
  const run = useMemory((state) => state.runCases);
  const stop = useMemory((state) => state.stopCases);
  useEffect(() => void load(), [load]);
  const count = cases?.length ?? 0;
  return (
    <HealthCard
      title={words.title}
      place="casesPlace"
      note={
        count > 0 && (
          <Button onClick={isRunning ? stop : () => void run()}>{isRunning ? words.stop : words.run}</Button>
        )
      }
    >
      <p className={pane.quiet}>{words.hint}</p>
      {error !== null && <ErrorRow text={`${words.failed} ${error.message}`} />}
      {cases !== null && count === 0 && <p className={own.none}>{words.none}</p>}
      {cases !== null && <Passed cases={cases} />}
      <ul className={own.cases}>
        {cases?.map((one) => (
          <Case key={one.id} one={one} />
        ))}
      </ul>
    </HealthCard>
  );
}
