import { CircleCheck, RotateCw } from 'lucide-react';
import { useEffect } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { JobView } from '../../shared/contract/calls/memory-calls';
import { useMemory } from '../stores/use-stores';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { joinClasses } from '../ui/join-classes';
import { Tag } from '../ui/tag';
import styles from './health-tab.module.css';
import { RegistryCard } from './registry-card';
import pane from './memory-pane.module.css';

const words = catalogue.memory;

function nameOf(job: JobView): string {
  const kind = words.jobKind(job.kind);
  return job.sessionTitle === null ? kind : words.jobOf(kind, job.sessionTitle);
}

function Job({ job }: { readonly job: JobView }) {
  const retryJob = useMemory((state) => state.retryJob);
  const isDead = job.state === 'dead';
  const state =
    job.lastError === null ? words.jobState[job.state] : words.jobTried(job.lastError, job.attempts);
  return (
    <li className={joinClasses(styles.job, isDead && styles.dead)}>
      <div className={styles.about}>
        <p className={styles.name}>{nameOf(job)}</p>
        <p className={styles.state}>{state}</p>
      </div>
      {isDead && (
        <Button aria-label={words.retryJob(nameOf(job))} onClick={() => void retryJob(job.id)}>
          <RotateCw size={14} aria-hidden="true" />
          {catalogue.app.retry}
        </Button>
      )}
    </li>
  );
}

function Counts({ jobs }: { readonly jobs: readonly JobView[] }) {
  const count = (state: JobView['state']): number => jobs.filter((job) => job.state === state).length;
  return (
    <span className={pane.tags}>
      {count('running') > 0 && <Tag tone="info">{words.jobCount.running(count('running'))}</Tag>}
      {count('dead') > 0 && <Tag tone="bad">{words.jobCount.dead(count('dead'))}</Tag>}
      {count('waiting') > 0 && <Tag tone="quiet">{words.jobCount.waiting(count('waiting'))}</Tag>}
    </span>
  );
}

/** The background work: what waits, what runs, what failed. */
function Jobs() {
  const jobs = useMemory((state) => state.jobs);
  const loadJobs = useMemory((state) => state.loadJobs);
  useEffect(() => void loadJobs(), [loadJobs]);
  const open = jobs.filter((job) => job.state !== 'done');
  if (open.length === 0) {
    return (
      <EmptyState
        isGood
        icon={<CircleCheck size={20} aria-hidden="true" />}
        heading={words.noJobs}
        sentence={words.noJobsHint}
      />
    );
  }
  return (
    <section className={pane.section}>
      <div className={pane.head}>
        <h2 className={pane.heading}>{words.jobs}</h2>
        <Counts jobs={open} />
      </div>
      <ul className={styles.jobs}>
        {open.map((job) => (
          <Job key={job.id} job={job} />
        ))}
      </ul>
    </section>
  );
}

/** How the memory fares: its background work, and what is held ready. */
export function HealthTab() {
  return (
    <>
      <Jobs />
      <RegistryCard />
    </>
  );
}
