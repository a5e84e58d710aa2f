import { catalogue } from '../../shared/catalogue/catalogue';
import type { SessionId, TurnId } from '../../shared/model/ids';
import type { RecallCandidate } from '../../shared/model/recall';
import { titleOf } from '../sessions/title-of';
import { isLit as isLitIn } from '../stores/is-lit';
import type { PeekTarget } from '../stores/peek-slice';
import { useMemory, useNavigation, useStores, useThread } from '../stores/use-stores';
import { formatBm25, formatScore } from '../ui/formats';
import { Tooltip } from '../ui/tooltip';
import { nearMisses } from '../memory/near-misses';
import { ChipCard } from './chip-card';
import { showInMemory } from './show-context';
import { useLeftBehind } from './use-left-behind';
import styles from './recall-chips.module.css';

const words = catalogue.thread;

interface ChipProps {
  readonly candidate: RecallCandidate;
  /** Whether the source stands in another chat than the answer. */
  readonly isElsewhere: boolean;
  /** The lowest score that is sent. */
  readonly floor: number;
  readonly replyPosition: number;
}

/** The side of the list that a peek at the source leaves this chip free on. */
function roomFor(chip: HTMLElement): PeekTarget['side'] {
  const frame = chip.closest('[role="log"]')?.getBoundingClientRect();
  if (frame === undefined) return 'top';
  return chip.getBoundingClientRect().top > frame.top + frame.height * 0.48 ? 'top' : 'bottom';
}

function Chip({ candidate, isElsewhere, floor, replyPosition }: ChipProps) {
  const isLit = useMemory((state) => isLitIn(state, candidate.messageId));
  const setHighlight = useMemory((state) => state.setHighlight);
  const startPeek = useMemory((state) => state.startPeek);
  const pinPeek = useMemory((state) => state.pinPeek);
  const leavePeek = useMemory((state) => state.leavePeek);
  const endPeek = useMemory((state) => state.endPeek);
  const { openChat } = useNavigation();
  const chat = titleOf({ title: candidate.sessionTitle });
  useLeftBehind(candidate.messageId);
  const targetAt = (chip: HTMLElement): PeekTarget => ({ candidate, replyPosition, side: roomFor(chip) });
  const light = ({ currentTarget }: { readonly currentTarget: HTMLElement }): void => {
    setHighlight(candidate.messageId);
    startPeek(targetAt(currentTarget));
  };
  const dim = (): void => {
    setHighlight(null);
    leavePeek();
  };
  return (
    <Tooltip text={<ChipCard candidate={candidate} floor={floor} />}>
      <button
        type="button"
        className={styles.chip}
        data-testid="chip"
        data-message-id={candidate.messageId}
        data-lit={isLit}
        aria-label={words.chipLabel(candidate.rank, candidate.position, chat)}
        onMouseEnter={light}
        onMouseLeave={dim}
        onFocus={light}
        onBlur={dim}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leavePeek();
          if (event.key !== 'Enter') return;
          event.preventDefault();
          void pinPeek(targetAt(event.currentTarget));
        }}
        onClick={() => {
          setHighlight(null);
          endPeek();
          void openChat(candidate.sessionId, candidate.messageId);
        }}
      >
        <span className={styles.rank}>{candidate.rank}</span>
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
  readonly replyPosition: number;
}

/** How many messages nearly were recalled, and the way to the reasons. */
function NearMisses({ turnId, count }: { readonly turnId: TurnId; readonly count: number }) {
  const stores = useStores();
  if (count === 0) return null;
  return (
    <button type="button" className={styles.misses} onClick={() => showInMemory(stores, turnId, 'recall')}>
      {words.nearMisses(count)}
    </button>
  );
}

/** The messages recalled for one answer, best first: hover marks the source, click goes to it. */
export function RecallChips({ turnId, sessionId, replyPosition }: RecallChipsProps) {
  const recall = useThread((state) => state.snapshots[turnId]?.recall);
  const kept = (recall?.candidates ?? []).filter((candidate) => candidate.verdict === 'kept');
  if (kept.length === 0) return null;
  return (
    <div className={styles.chips} role="group" aria-label={words.chips}>
      {kept.map((candidate) => (
        <Chip
          key={candidate.messageId}
          candidate={candidate}
          floor={recall?.floor ?? 0}
          isElsewhere={candidate.sessionId !== sessionId}
          replyPosition={replyPosition}
        />
      ))}
      <NearMisses
        turnId={turnId}
        count={recall === null || recall === undefined ? 0 : nearMisses(recall).length}
      />
    </div>
  );
}
