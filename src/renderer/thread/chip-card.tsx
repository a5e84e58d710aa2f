import { catalogue } from '../../shared/catalogue/catalogue';
import type { RecallCandidate, ScorePart } from '../../shared/model/recall';
import { formatDay, formatScore } from '../ui/formats';
import { useToday } from '../ui/use-today';
import styles from './chip-card.module.css';

const words = catalogue.reply;

interface ChipCardProps {
  readonly candidate: RecallCandidate;
  /** The lowest score that is sent. */
  readonly floor: number;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${formatScore(Math.abs(value))}`;
}

/** Whether a part changes the score as it is shown. */
function isTelling(part: ScorePart): boolean {
  return Math.abs(part.value) >= 0.005;
}

/** A source in short: its first words, its date, and the parts its score is the sum of. */
export function ChipCard({ candidate, floor }: ChipCardProps) {
  const today = useToday();
  return (
    <span className={styles.card}>
      <span className={styles.excerpt} dir="auto">
        {candidate.excerpt}
      </span>
      <span className={styles.date}>{formatDay(candidate.createdAt, today)}</span>
      <span className={styles.parts}>
        {candidate.parts.filter(isTelling).map((part) => (
          <span key={part.name} className={styles.part}>
            <span>{catalogue.memory.scoreParts[part.name]}</span>
            <span>{signed(part.value)}</span>
          </span>
        ))}
        <span className={styles.sum}>
          <span>{words.scoreSum}</span>
          <span>{formatScore(candidate.score)}</span>
        </span>
        <span className={styles.part}>{words.floorPassed(formatScore(floor))}</span>
      </span>
    </span>
  );
}
