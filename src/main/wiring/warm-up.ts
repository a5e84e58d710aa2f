import type { Base } from './base';

/** What is slow and not needed for the first paint: token tables, what full text must read anew, missing vectors, the weekly check. */
export async function warmUp({ engine, emit, logger, models, onJobsEnqueued }: Base): Promise<void> {
  try {
    await engine.warmUp({ model: models.chatModel().name });
    // Part by part: questions asked meanwhile come in between.
    while (await engine.renewSearchText({}));
    await engine.enqueueMissingVectors({ model: models.embedder().model });
    onJobsEnqueued();
    const problem = await engine.checkDatabase({});
    if (problem !== null) emit('notice', { text: problem, severity: 'warning' });
  } catch (error) {
    logger.warn('warm-up failed', { error: error instanceof Error ? error.message : '' });
  }
}
