import { catalogue } from '../../shared/catalogue/catalogue';
import type { HygieneFinding, HygieneGroup, HygieneMessage } from '../../shared/model/hygiene';
import { mendedText } from '../stores/hygiene-slice';
import { useMemory, useNavigation } from '../stores/use-stores';
import { Button } from '../ui/button';
import { formatCount } from '../ui/formats';
import { Tag } from '../ui/tag';
import own from './health-hygiene.module.css';
import pane from './memory-pane.module.css';

const words = catalogue.hygiene;

function Message({
  message,
  isKept = false,
}: {
  readonly message: HygieneMessage;
  readonly isKept?: boolean;
}) {
  const { openChat } = useNavigation();
  const showTab = useMemory((state) => state.showTab);
  const { sessionId, sessionTitle, messageId, position, excerpt } = message;
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
      <span className={own.excerpt} dir="auto">
        {excerpt}
      </span>
      <span className={own.place}>
        {isKept && <Tag tone="good">{words.kept}</Tag>} {sessionTitle}, {position}
      </span>
    </button>
  );
}

function Group({ group }: { readonly group: HygieneGroup }) {
  return (
    <li className={own.group}>
      {group.keeps !== null && <Message message={group.keeps} isKept />}
      {group.others.map((message) => (
        <Message key={message.messageId} message={message} />
      ))}
    </li>
  );
}

function Mend({ finding }: { readonly finding: HygieneFinding }) {
  const { kind, count } = finding;
  const mended = useMemory((state) => state.mended[kind]);
  const mending = useMemory((state) => state.mending);
  const mend = useMemory((state) => state.mendHygiene);
  const undo = useMemory((state) => state.undoHygiene);
  const name = words.names[kind];
  if (mending === kind) return <span className={pane.quiet}>{words.mending}</span>;
  if (mended !== undefined) {
    return (
      <>
        <span className={pane.quiet} role="status">
          {mendedText(mended, formatCount)}
        </span>
        <Button aria-label={words.undo(name)} onClick={() => void undo(kind)}>
          {catalogue.app.undo}
        </Button>
      </>
    );
  }
  if (count === 0) return null;
  return (
    <Button aria-label={words.keepOutOf(name)} disabled={mending !== null} onClick={() => void mend(kind)}>
      {words.keepOut}
    </Button>
  );
}

/** One kind of what does memory no good: how much of it, which, and its mend. */
export function HygieneFindings({ finding }: { readonly finding: HygieneFinding }) {
  const { kind, count, of, groups } = finding;
  const name = words.names[kind];
  const shown = groups.reduce((sum, { others }) => sum + others.length, 0);
  return (
    <li className={own.finding} data-testid="hygiene-finding" data-kind={kind}>
      <div className={own.head}>
        <span className={own.name}>{name}</span>
        <span className={own.count}>{words.count(formatCount(count), formatCount(of))}</span>
        <span className={own.mend}>
          <Mend finding={finding} />
        </span>
      </div>
      <p className={pane.quiet}>{words.explain[kind]}</p>
      {groups.length > 0 && (
        <details className={own.details}>
          <summary className={pane.link}>{words.show(name)}</summary>
          <ul className={own.groups}>
            {groups.map((group) => (
              <Group key={group.others[0]?.messageId} group={group} />
            ))}
          </ul>
          {shown < count && <p className={pane.quiet}>{words.shownOf(shown, formatCount(count))}</p>}
        </details>
      )}
    </li>
  );
}
