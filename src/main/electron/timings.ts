import type { Logger } from '../../shared/logger';

/** A moment of the start that the benchmark reads from the log. */
type Moment = 'ready' | 'window shown' | 'services ready' | 'first list' | 'interactive';

/** Notes that a moment of the start has come. */
export type Mark = (moment: Moment) => void;

/** Writes each moment of the start once, in milliseconds since the process began. */
export function createTimings(logger: Logger): Mark {
  const startedAt = process.getCreationTime() ?? performance.timeOrigin;
  const seen = new Set<Moment>();
  return (moment) => {
    if (seen.has(moment)) return;
    seen.add(moment);
    logger.info('start-up', { moment, ms: Math.round(Date.now() - startedAt) });
  };
}
