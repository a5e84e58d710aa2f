import { catalogue } from '../../shared/catalogue/catalogue';
import type { SessionId, TurnId } from '../../shared/model/ids';
import type { RecallCandidate } from '../../shared/model/recall';
import { titleOf } from '../sessions/title-of';
import { useMemory, useNavigation, useThread } from '../stores/use-stores';
import { formatBm25, formatScore } from '../ui/formats';
import { Tooltip } from '../ui/tooltip';
import { ChipCard } from './chip-card';
import styles from './recall-chips.module.css';

const words = catalogue.thread;

interface ChipProps {
  readonly candidate: RecallCandidate;
  readonly rank: number;
  /** Whether the source stands in another chat than the answer. */
  readonly isElsewhere: boolean;
  /** The lowest score that is sent. */
  readonly floor: number;
}

function Chip({ candidate, rank, isElsewhere, floor }: ChipProps) {
  const isLit = useMemory((state) => state.highlight === candidate.messageId);
  const setHighlight = useMemory((state) => state.setHighlight);
  const { openChat } = useNavigation();
  const chat = titleOf({ title: candidate.sessionTitle });
  const light = (): void => setHighlight(candidate.messageId);
  const dim = (): void => setHighlight(null);
  return (
    <Tooltip text={<ChipCard candidate={candidate} floor={floor} />}>
      <button
        type="button"
        className={styles.chip}
        data-testid="chip"
        data-message-id={candidate.messageId}
        data-lit={isLit}
        aria-label={words.chipLabel(rank, candidate.position, chat)}
        onMouseEnter={light}
        onMouseLeave={dim}
        onFocus={light}
        onBlur={dim}
        onClick={() => {
          dim();
          void openChat(candidate.sessionId, candidate.messageId);
        }}
      >
        <span className={styles.rank}>{rank}</span>
        <span className={styles.name}>{words.chip(candidate.position)}</span>
        {isElsewhere && <span className={styles.chat}>{chat}</span>}
        {candidate.vector !== null && <span>{words.chipVector(formatScore(candidate.vector))}</span>}
        {candidate.bm25 !== null && <span>{words.chipBm25(formatBm25(candidate.bm25))}</span>}
      </button>
    </Tooltip>
  );
}

interface RecallChipsProps {
  readonly turnId: TurnId;
  readonly sessionId: SessionId;
}

/** The messages recalled for one answer, best first: hover marks the source, click goes to it. */
export function RecallChips({ turnId, sessionId }: RecallChipsProps) {
  const recall = useThread((state) => state.snapshots[turnId]?.recall);
  const kept = (recall?.candidates ?? []).filter((candidate) => candidate.verdict === 'kept');
  if (kept.length === 0) return null;
  return (
    <div className={styles.chips} role="group" aria-label={words.chips}>
      {kept.map((candidate, index) => (
        <Chip
          key={candidate.messageId}
          candidate={candidate}
          rank={index + 1}
          floor={recall?.floor ?? 0}
          isElsewhere={candidate.sessionId !== sessionId}
        />
      ))}
    </div>
  );
}
