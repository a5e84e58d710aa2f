import { Check, CircleCheck, Clock, RefreshCw, RotateCw, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { JobView } from '../../shared/contract/calls/memory-calls';
import { useMemory } from '../stores/use-stores';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { formatCount, formatTime } from '../ui/formats';
import { joinClasses } from '../ui/join-classes';
import { Tag } from '../ui/tag';
import { useTimeLeft } from '../ui/use-time-left';
import { HealthCard } from './health-card';
import styles from './health-jobs.module.css';
import pane from './memory-pane.module.css';

const words = catalogue.memory;
const health = catalogue.health;

/** Finished jobs that are still named. */
const shownDone = 3;
const icons = { running: RefreshCw, dead: TriangleAlert, waiting: Clock, done: Check } as const;

function nameOf(job: JobView): string {
  const kind = words.jobKind(job.kind);
  return job.sessionTitle === null ? kind : words.jobOf(kind, job.sessionTitle);
}

function stateOf(job: JobView): string {
  const { lastError, attempts, state, progress, runAfter } = job;
  if (state === 'running' && progress !== null)
    return health.progress(formatCount(progress.done), formatCount(progress.total));
  if (state === 'done') return words.jobState.done;
  if (lastError === null) return words.jobState[state];
  // Put off without a try: what it waits for is no failure of its own.
  if (attempts === 0) return `${lastError} ${health.waitsUntil(formatTime(runAfter))}`;
  return words.jobTried(lastError, attempts);
}

function Job({ job }: { readonly job: JobView }) {
  const retryJob = useMemory((state) => state.retryJob);
  const isDead = job.state === 'dead';
  const Icon = icons[job.state];
  const { progress } = job;
  const left = useTimeLeft(progress?.done ?? 0, progress?.total ?? 0);
  const share = progress === null || progress.total === 0 ? null : progress.done / progress.total;
  return (
    <li className={joinClasses(styles.job, styles[job.state])}>
      <Icon className={styles.icon} size={15} aria-hidden="true" />
      <div className={styles.about}>
        <p className={styles.name} title={nameOf(job)}>
          {nameOf(job)}
        </p>
        <p className={styles.state}>{stateOf(job) + (job.state === 'running' ? left : '')}</p>
        {job.state === 'running' && share !== null && (
          <div
            className={styles.track}
            role="progressbar"
            aria-label={nameOf(job)}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(share * 100)}
          >
            <span style={{ width: `${String(share * 100)}%` }} />
          </div>
        )}
      </div>
      {job.finishedAt !== null && job.state === 'done' && (
        <span className={styles.state}>{formatTime(job.finishedAt)}</span>
      )}
      {isDead && (
        <Button aria-label={words.retryJob(nameOf(job))} onClick={() => void retryJob(job.id)}>
          <RotateCw size={14} aria-hidden="true" />
          {catalogue.app.retry}
        </Button>
      )}
    </li>
  );
}

/** How long all that waits still takes, at the pace since it was first seen. */
function useTimeLeftOf(open: number): string {
  const [most, setMost] = useState(open);
  // More than ever before, or all done: other work.
  if (open > most || (open === 0 && most > 0)) setMost(open);
  return useTimeLeft(most - open, most);
}

function Counts() {
  const jobsState = useMemory((state) => state.jobsState);
  const pauseJobs = useMemory((state) => state.pauseJobs);
  const { running, waiting, dead } = jobsState?.counts ?? { running: 0, waiting: 0, dead: 0 };
  const left = useTimeLeftOf(running + waiting);
  const isPaused = jobsState?.paused ?? false;
  return (
    <span className={pane.tags}>
      {running > 0 && <Tag tone="info">{words.jobCount.running(running)}</Tag>}
      {dead > 0 && <Tag tone="bad">{words.jobCount.dead(dead)}</Tag>}
      {waiting > 0 && (
        <Tag tone="quiet">{words.jobCount.waiting(formatCount(waiting)) + (isPaused ? '' : left)}</Tag>
      )}
      {isPaused && <Tag tone="warning">{words.jobsPaused}</Tag>}
      {(isPaused || running + waiting > 0) && (
        <button type="button" className={pane.link} onClick={() => void pauseJobs(!isPaused)}>
          {isPaused ? words.continueJobs : words.pauseJobs}
        </button>
      )}
    </span>
  );
}

/** The background work: what runs, what failed, what waits, and what was done last. */
export function HealthJobs() {
  const jobs = useMemory((state) => state.jobs);
  const isPaused = useMemory((state) => state.jobsState?.paused ?? false);
  const open = jobs.filter((job) => job.state !== 'done');
  const done = jobs.filter((job) => job.state === 'done').slice(0, shownDone);
  return (
    <HealthCard title={words.jobs} place="jobsPlace" note={<Counts />}>
      {isPaused && (
        <p className={pane.quiet} role="status">
          {words.jobsPausedHint}
        </p>
      )}
      {open.length === 0 && done.length > 0 && <p className={pane.quiet}>{words.noJobs}.</p>}
      {open.length + done.length === 0 && (
        <EmptyState
          isGood
          icon={<CircleCheck size={20} aria-hidden="true" />}
          heading={words.noJobs}
          sentence={words.noJobsHint}
        />
      )}
      <ul className={styles.jobs} tabIndex={0} aria-label={words.jobs}>
        {[...open, ...done].map((job) => (
          <Job key={job.id} job={job} />
        ))}
      </ul>
    </HealthCard>
  );
}
