import { createEmbedJob } from '../../src/main/jobs/embed-job';
import { createEmbedSentencesJob } from '../../src/main/jobs/embed-sentences-job';
import { createJobRunner } from '../../src/main/jobs/job-runner';
import { createScoreJob } from '../../src/main/jobs/score-job';
import { createSummariseJob } from '../../src/main/jobs/summarise-job';
import type { Engine } from '../../src/main/memory/ports/engine';
import { systemClock } from '../../src/main/memory/system-clock';
import { createOfflineModel } from '../../src/main/provider/offline-model';
import { sentenceModel } from '../fakes/embed-sentences';
import { createFakeEmbedder } from '../fakes/fake-embedder';
import { crashSettings } from './crash-words';
import { silent } from './open-crash-engine';

/** The real jobs of an engine, with vectors that cost nothing. */
export function crashJobs(engine: Engine) {
  const skip = async (): Promise<undefined> => undefined;
  const summarising = {
    store: engine,
    summariser: () => createOfflineModel(),
    settingsFor: () => Promise.resolve(crashSettings),
    windowTokens: 6_000,
    onChanged: () => undefined,
  };
  const handlers = {
    embed: createEmbedJob(engine, () => createFakeEmbedder({ model: sentenceModel })),
    'embed-sentences': createEmbedSentencesJob(engine, () => createFakeEmbedder({ model: sentenceModel })),
    summarise: createSummariseJob(summarising),
    score: createScoreJob({ ...summarising, judge: () => createOfflineModel(), random: () => 0.5 }),
    distil: async () => undefined,
    'measure-floor': async () => undefined,
  };
  return {
    /** Works until nothing is due; of one kind only where one is named, the others count as done. */
    run: async (kind?: 'embed' | 'summarise'): Promise<void> => {
      const runner = createJobRunner({
        queue: engine,
        handlers: {
          embed: kind === 'summarise' ? skip : handlers.embed,
          'embed-sentences': kind === 'summarise' ? skip : handlers['embed-sentences'],
          summarise: kind === 'embed' ? skip : handlers.summarise,
          score: kind === 'embed' ? skip : handlers.score,
          distil: skip,
          'measure-floor': skip,
        },
        clock: systemClock,
        logger: silent,
        random: Math.random,
        onChange: () => undefined,
      });
      runner.wake();
      await runner.idle();
      await runner.stop();
    },
  };
}
