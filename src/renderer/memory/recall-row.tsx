import { catalogue } from '../../shared/catalogue/catalogue';
import type { RecallCandidate } from '../../shared/model/recall';
import { titleOf } from '../sessions/title-of';
import { isLit as isLitIn } from '../stores/is-lit';
import { useMemory, useNavigation } from '../stores/use-stores';
import { formatBm25, formatCount, formatScore } from '../ui/formats';
import { joinClasses } from '../ui/join-classes';
import { Tag } from '../ui/tag';
import styles from './recall-row.module.css';
import { scoreSegments } from './score-segments';
import { verdictTones } from './verdict-tones';

const words = catalogue.memory;
const none = '–';

interface RecallRowProps {
  readonly candidate: RecallCandidate;
  readonly floor: number;
  /** The best score of the report: the fused bars are as long as their share of it. */
  readonly best: number;
  readonly bestBm25: number;
}

function percent(share: number): string {
  return `${Math.min(1, Math.max(0, share)) * 100}%`;
}

function Fused({ candidate, floor, best }: Omit<RecallRowProps, 'bestBm25'>) {
  const isKept = candidate.verdict === 'kept';
  const place: Record<string, string> = { '--floor': percent(floor / best) };
  return (
    <>
      <span className={joinClasses(styles.score, isKept && styles.strong)}>
        {formatScore(candidate.score)}
      </span>
      <span className={styles.meter} data-floor={floor > 0} style={place}>
        {scoreSegments(candidate.parts, candidate.score, best).map((segment) => (
          <span
            key={segment.tone}
            className={styles[segment.tone]}
            style={{ width: percent(segment.share) }}
          />
        ))}
      </span>
    </>
  );
}

function Parts({ candidate }: Pick<RecallRowProps, 'candidate'>) {
  const told = candidate.parts.filter((part) => Math.abs(part.value) >= 0.005);
  if (told.length === 0) return null;
  return (
    <span className={styles.parts} title={words.partsOf}>
      {told.map((part) => (
        <span key={part.name}>
          {words.scoreParts[part.name]} {formatScore(part.value)}
        </span>
      ))}
    </span>
  );
}

function About({ candidate }: Pick<RecallRowProps, 'candidate'>) {
  const openId = useMemory((state) => state.sessionId);
  const { openChat } = useNavigation();
  const chat = titleOf({ title: candidate.sessionTitle });
  const author = candidate.author ?? catalogue.app.author(candidate.role);
  const about = words.candidate(candidate.position, author, formatCount(candidate.tokens));
  return (
    <>
      <button
        type="button"
        className={styles.open}
        aria-label={words.openCandidate(candidate.position, chat)}
        onClick={() => void openChat(candidate.sessionId, candidate.messageId)}
      >
        <span className={styles.about}>
          {about}
          {candidate.sessionId !== openId && `, ${words.candidateIn(chat)}`}
        </span>
        <span className={styles.excerpt} dir="auto">
          {candidate.excerpt}
        </span>
      </button>
      <Parts candidate={candidate} />
    </>
  );
}

/** One candidate: its scores, the parts they are made of, and the verdict. */
export function RecallRow({ candidate, floor, best, bestBm25 }: RecallRowProps) {
  const isLit = useMemory((state) => isLitIn(state, candidate.messageId));
  const setHighlight = useMemory((state) => state.setHighlight);
  const { vector, bm25, verdict } = candidate;
  return (
    <tr
      className={joinClasses(styles.row, verdict === 'kept' && styles.kept)}
      data-testid="recall-row"
      data-message-id={candidate.messageId}
      data-verdict={verdict}
      data-lit={isLit}
      onMouseEnter={() => setHighlight(candidate.messageId)}
      onMouseLeave={() => setHighlight(null)}
    >
      <td className={styles.rank}>{candidate.rank}</td>
      <td className={styles.message}>
        <About candidate={candidate} />
      </td>
      <td className={styles.wide}>
        <span className={styles.score}>{vector === null ? none : formatScore(vector)}</span>
        <span className={styles.meter}>
          <span className={styles.vector} style={{ width: percent(vector ?? 0) }} />
        </span>
      </td>
      <td className={styles.wide}>
        <span className={styles.score}>{bm25 === null ? none : formatBm25(bm25)}</span>
        <span className={styles.meter}>
          <span className={styles.keyword} style={{ width: percent((bm25 ?? 0) / bestBm25) }} />
        </span>
      </td>
      <td>
        <Fused candidate={candidate} floor={floor} best={best} />
      </td>
      <td>
        <Tag tone={verdictTones[verdict]}>{words.verdicts[verdict]}</Tag>
        {candidate.isSecondLook === true && <Tag tone="info">{catalogue.secondLook.name}</Tag>}
      </td>
    </tr>
  );
}
