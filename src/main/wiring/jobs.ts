import { createDistilJob } from '../jobs/distil-job';
import { createEmbedJob } from '../jobs/embed-job';
import { createEmbedSentencesJob } from '../jobs/embed-sentences-job';
import type { JobHandler } from '../jobs/job-handler';
import { createFoldNow, type FoldNow } from '../jobs/fold-now';
import { createJobRunner, type JobRunner } from '../jobs/job-runner';
import { createMeasureFloorJob } from '../jobs/measure-floor-job';
import { createScoreJob } from '../jobs/score-job';
import { stopAfterTwo } from '../jobs/stop-after-two';
import { createSummariseJob, type SummariseOptions } from '../jobs/summarise-job';
import { meteredEmbedder } from '../memory/costs/metered-embedder';
import { meteredModel } from '../memory/costs/metered-model';
import type { Embedder } from '../memory/ports/embedder';
import type { Job } from '../memory/ports/job-queue';
import { atMostEvery } from './at-most-every';
import type { BeforeJobs } from './base';
import { startDailyWork } from './daily-work';
import type { LearnedWindows } from './learned-windows';

/** Tokens of messages a summariser takes at once, where its window has room: what stands early in a longer run gets lost. */
const summariserWindowTokens = 6_000;
/** Small jobs end many times a second; the page reads its list anew each time it is told. */
const tellMs = 250;

/** The background work, and the part of it that the user can ask for at once. */
export interface WiredJobs {
  readonly jobs: JobRunner;
  readonly foldNow: FoldNow;
  /** Begins what is done once a day. */
  readonly startDaily: () => void;
}

/** Builds it. */
export function wireJobs(base: BeforeJobs, windows: LearnedWindows): WiredJobs {
  const { engine, emit, clock, logger, models } = base;
  const summarising: SummariseOptions = {
    store: engine,
    summariser: ({ onCost, ...about }) =>
      meteredModel(models.summariser(), base, { ...about, turnId: null, kind: 'summary' }, onCost),
    settingsFor: async (userId, sessionId) =>
      base.settingsFor(await engine.getSession({ userId, sessionId })),
    windowTokens: summariserWindowTokens,
    windowOf: windows.windowOf,
    onWindowLearned: windows.onWindowLearned,
    onChanged: (sessionId) => {
      emit('summaries-changed', { sessionId });
    },
  };
  const score = createScoreJob({
    ...summarising,
    judge: (about) => meteredModel(models.judge(), base, { ...about, turnId: null, kind: 'judge' }),
    random: Math.random,
  });
  const embedder = embedderOf(base);
  const jobs = createJobRunner({
    queue: engine,
    handlers: {
      distil: stopAfterTwo(wireDistil(base)),
      embed: createEmbedJob(engine, embedder),
      'embed-sentences': createEmbedSentencesJob(engine, embedder),
      'measure-floor': createMeasureFloorJob({
        store: engine,
        embedder,
        random: Math.random,
        now: () => clock.now(),
      }),
      score: stopAfterTwo(score),
      summarise: stopAfterTwo(createSummariseJob(summarising)),
    },
    clock,
    logger,
    random: Math.random,
    onChange: atMostEvery(tellMs, clock, () => {
      emit('jobs-changed', {});
    }),
  });
  let stopDaily: () => void = () => undefined;
  return {
    jobs: {
      ...jobs,
      stop: async () => {
        stopDaily();
        await jobs.stop();
      },
    },
    foldNow: createFoldNow(summarising),
    startDaily: () => {
      stopDaily = startDailyWork(base, () => jobs.wake());
    },
  };
}

/** Reads messages for facts about their user. */
function wireDistil(base: BeforeJobs): JobHandler {
  return createDistilJob({
    store: base.engine,
    model: (about) =>
      meteredModel(base.models.summariser(), base, { ...about, turnId: null, kind: 'profile' }),
    isOn: () => base.settings.current.profile,
    onChanged: () => {
      base.emit('profile-changed', {});
    },
  });
}

/** The embedder that a job is to use, whose requests go into the costs of its chat. */
function embedderOf(base: BeforeJobs): (about: Pick<Job, 'userId' | 'sessionId'>) => Embedder {
  return ({ userId, sessionId }) =>
    meteredEmbedder(base.models.embedder(), base, { userId, sessionId, turnId: null });
}
