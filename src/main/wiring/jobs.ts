import { createEmbedJob } from '../jobs/embed-job';
import { createJobRunner, type JobRunner } from '../jobs/job-runner';
import { createSummariseJob } from '../jobs/summarise-job';
import { meteredEmbedder } from '../memory/costs/metered-embedder';
import { meteredModel } from '../memory/costs/metered-model';
import type { Base } from './base';

/** Tokens of messages a summariser takes at once; well below the window of every model in use. */
const summariserWindowTokens = 6_000;

/** Background work: one handler a kind of job, and the runner that takes them from the queue. */
export function wireJobs({
  engine,
  emit,
  clock,
  logger,
  models,
  settingsFor,
}: Omit<Base, 'onJobsEnqueued'>): JobRunner {
  const meter = { engine, logger };
  const summarise = createSummariseJob({
    store: engine,
    summariser: (about) =>
      meteredModel(models.summariser(), meter, { ...about, turnId: null, kind: 'summary' }),
    settingsFor: async (userId, sessionId) => settingsFor(await engine.getSession({ userId, sessionId })),
    windowTokens: summariserWindowTokens,
    onCommitted: (sessionId) => {
      emit('summaries-changed', { sessionId });
    },
  });
  const embed = createEmbedJob(engine, ({ userId, sessionId }) =>
    meteredEmbedder(models.embedder(), meter, { userId, sessionId, turnId: null }),
  );
  return createJobRunner({
    queue: engine,
    handlers: { embed, summarise },
    clock,
    logger,
    random: Math.random,
    onChange: () => {
      emit('jobs-changed', {});
    },
  });
}
