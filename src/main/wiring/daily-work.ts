import { toErrorShape } from '../../shared/errors';
import type { BeforeJobs } from './base';

/** How often it is looked whether something is due. */
const lookMs = 60 * 60_000;

/**
 * Begins what is done once a day or a week, at the start and then as it falls due: reading new messages for facts where
 * the user wants it, measuring the floors of recall, and a copy of all data. A copy that the last program ended before is
 * made at the start.
 */
export function startDailyWork(
  { engine, models, settings, clock, logger }: BeforeJobs,
  onJobsEnqueued: () => void,
): () => void {
  let cancel: () => void = () => undefined;
  const finishCopy = async (): Promise<void> => {
    const unfinished = await engine.unfinishedCopy({});
    if (unfinished === null) return;
    logger.info('a copy that was not finished is made anew', { kind: unfinished.kind });
    try {
      if (unfinished.kind === 'archive') await engine.writeArchive({ path: unfinished.path });
      else await engine.backUp({ keep: Math.max(1, settings.current.backupsKept), isDue: false });
    } catch (error) {
      logger.warn('it was not made', { error: toErrorShape(error).message });
    }
  };
  const backUp = async (): Promise<void> => {
    const { backupsKept: keep } = settings.current;
    const made = keep > 0 ? await engine.backUp({ keep, isDue: true }) : null;
    if (made !== null) logger.info('backed up', { bytes: made.bytes });
  };
  const look = async (): Promise<void> => {
    try {
      const chats = settings.current.profile ? await engine.enqueueDistil({ userId: null }) : 0;
      const users = settings.current.measuredFloors
        ? await engine.enqueueFloors({ userId: null, embedder: models.embedder().model })
        : 0;
      if (chats + users > 0) onJobsEnqueued();
      await finishCopy();
      await backUp();
    } catch (error) {
      logger.warn('daily work was not begun', { error: toErrorShape(error).message });
    }
  };
  const again = (): void => {
    void look();
    cancel = clock.after(lookMs, again);
  };
  again();
  return () => cancel();
}
