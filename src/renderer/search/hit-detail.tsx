import { catalogue } from '../../shared/catalogue/catalogue';
import type { Message } from '../../shared/model/message';
import type { MessageDetail, RecallUse } from '../../shared/model/search';
import { titleOf } from '../sessions/title-of';
import { useNavigation, useSessions } from '../stores/use-stores';
import { CopyButton } from '../thread/copy-button';
import { Button } from '../ui/button';
import { formatBm25, formatDay, formatScore, formatTime } from '../ui/formats';
import { MarkedText } from '../ui/marked-text';
import { Tag } from '../ui/tag';
import { useToday } from '../ui/use-today';
import styles from './hit-detail.module.css';
import { titleMarks } from './title-marks';

const words = catalogue.search;
/** Characters shown of the message and of its neighbours. */
const SHOWN = 1_200;
const SHOWN_BESIDE = 240;

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).trimEnd()}…`;
}

function Neighbour({ message }: { readonly message: Message | null }) {
  if (message === null || message.content === '') return null;
  const author = message.author ?? catalogue.app.author(message.role);
  return (
    <p className={styles.neighbour}>
      {words.neighbour(message.position, author)}
      {shortened(message.content, SHOWN_BESIDE)}
    </p>
  );
}

function useText(detail: MessageDetail, { turnNumber, sessionId, sessionTitle, scores }: RecallUse): string {
  const text = words.recalledIn(turnNumber, scores?.rank ?? null);
  return sessionId === detail.message.sessionId ? text : words.ofChat(text, titleOf({ title: sessionTitle }));
}

function Use({ detail, use }: { readonly detail: MessageDetail; readonly use: RecallUse }) {
  const { scores } = use;
  const vector = scores?.vector ?? null;
  const bm25 = scores?.bm25 ?? null;
  return (
    <li className={styles.use}>
      <span>{useText(detail, use)}</span>
      <span className={styles.quiet}>
        {words.scores(vector === null ? null : formatScore(vector), bm25 === null ? null : formatBm25(bm25))}
      </span>
    </li>
  );
}

function UsedByMemory({ detail }: { readonly detail: MessageDetail }) {
  const { uses, summary } = detail;
  return (
    <section>
      <h3 className={styles.subheading}>{words.usedByMemory}</h3>
      <ul>
        {uses.map((use) => (
          <Use key={use.turnId} detail={detail} use={use} />
        ))}
        {uses.length === 0 && <li className={styles.quiet}>{words.notUsed}</li>}
        {summary !== null && (
          <li className={styles.use}>
            <span>{words.keptInSummary(summary.version)}</span>
            <span className={styles.quiet}>
              {words.summaryRange(summary.fromPosition, summary.toPosition)}
            </span>
          </li>
        )}
      </ul>
    </section>
  );
}

/** The chosen message with what stands around it and what memory used it for. */
export function HitDetail() {
  const detail = useSessions((state) => state.detail);
  const query = useSessions((state) => state.query);
  const closeSearch = useSessions((state) => state.closeSearch);
  const { openChat } = useNavigation();
  const today = useToday();
  if (detail === null) return null;
  const { message, before, after, total, summary } = detail;
  const author = message.author ?? catalogue.app.author(message.role);
  const when = `${formatDay(message.createdAt, today)}, ${formatTime(message.createdAt)}`;
  const text = shortened(message.content, SHOWN);
  const open = (): void => {
    closeSearch();
    void openChat(message.sessionId, message.id);
  };
  return (
    <section className={styles.detail} aria-label={words.detail} data-testid="hit-detail">
      <div className={styles.head}>
        <h2 className={styles.title}>{titleOf({ title: detail.sessionTitle })}</h2>
        {summary !== null && <Tag tone="summary">{words.inSummary(summary.version)}</Tag>}
      </div>
      <p className={styles.quiet}>{words.detailPlace(message.position, total, author, when)}</p>
      <Neighbour message={before} />
      <p className={styles.message} dir="auto" data-role={message.role}>
        <MarkedText text={text} marks={titleMarks(text, query)} />
      </p>
      <Neighbour message={after} />
      <UsedByMemory detail={detail} />
      <div className={styles.actions}>
        <Button isMain onClick={open}>
          {words.open}
        </Button>
        <CopyButton label={words.copy} text={message.content} />
      </div>
    </section>
  );
}
