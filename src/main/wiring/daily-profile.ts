import type { Base } from './base';

/** How often it is looked whether a day has passed. */
const lookMs = 60 * 60_000;

/** Has new messages read for facts, at the start and then daily, while the program runs and the user wants it. */
export function startDailyProfile(
  { engine, settings, clock, logger }: Omit<Base, 'onJobsEnqueued'>,
  onJobsEnqueued: () => void,
): () => void {
  let cancel: () => void = () => undefined;
  const look = async (): Promise<void> => {
    try {
      if (settings.current.profile && (await engine.enqueueDistil({ userId: null })) > 0) onJobsEnqueued();
    } catch (error) {
      logger.warn('the profile was not begun', { error: error instanceof Error ? error.message : '' });
    }
  };
  const again = (): void => {
    void look();
    cancel = clock.after(lookMs, again);
  };
  again();
  return () => cancel();
}
