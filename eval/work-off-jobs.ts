import { createEmbedJob } from '../src/main/jobs/embed-job';
import { createEmbedSentencesJob } from '../src/main/jobs/embed-sentences-job';
import type { JobHandlers } from '../src/main/jobs/job-handler';
import type { Embedder } from '../src/main/memory/ports/embedder';
import type { Engine } from '../src/main/memory/ports/engine';

/** Does what is due in the background, as the program would; kinds without a handler count as done. */
export async function workOffJobs(
  engine: Engine,
  embedder: Embedder | null,
  { now, ...others }: { readonly now: () => number } & Partial<JobHandlers>,
): Promise<void> {
  const { signal } = new AbortController();
  const handlers: Partial<JobHandlers> =
    embedder === null
      ? others
      : {
          ...others,
          embed: createEmbedJob(engine, () => embedder),
          'embed-sentences': createEmbedSentencesJob(engine, () => embedder),
        };
  for (;;) {
    const job = await engine.claimJob({ now: now() });
    if (job === null) return;
    const outcome = await handlers[job.kind]?.(job, signal);
    if (outcome === 'unfinished') await engine.releaseJob({ jobId: job.id });
    else await engine.completeJob({ jobId: job.id });
  }
}
