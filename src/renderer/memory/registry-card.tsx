import { useEffect } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { RegistryStatus, SessionMemoryStatus } from '../../shared/model/registry';
import { useMemory } from '../stores/use-stores';
import { ErrorRow } from '../ui/error-row';
import { formatBytes } from '../ui/format-bytes';
import { formatCount } from '../ui/formats';
import pane from './memory-pane.module.css';
import styles from './registry-card.module.css';

const words = catalogue.registry;
/** Chats listed before the rest is only counted. */
const listed = 8;

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Row({ session }: { readonly session: SessionMemoryStatus }) {
  const { bufferMessages, bufferTokens, summary, indexedVectors, indexBytes } = session;
  const facts = [
    [words.buffer, words.bufferOf(formatCount(bufferMessages), formatCount(bufferTokens))],
    [
      words.summary,
      summary === null
        ? words.noSummary
        : words.summaryOf(String(summary.version), formatCount(summary.tokens)),
    ],
    [
      words.index,
      indexedVectors === 0
        ? words.notOpen
        : words.indexOf(formatCount(indexedVectors), formatBytes(indexBytes)),
    ],
  ] as const;
  return (
    <li className={styles.row} data-testid="registry-row">
      <p className={styles.title}>{session.title}</p>
      <p className={styles.facts}>
        {facts.map(([name, value]) => (
          <span key={name} className={styles.fact}>
            {name}: {value}
          </span>
        ))}
      </p>
    </li>
  );
}

/** What holds the memory of the main process. */
function Holders({ holders }: { readonly holders: RegistryStatus['holders'] }) {
  const names = ['vectors', 'words', 'paths', 'engineHeap'] as const;
  return (
    <p className={styles.facts} data-testid="memory-holders">
      <span className={styles.fact}>
        {words.process}: {formatBytes(holders.process)}
      </span>
      {names.map((name) => (
        <span key={name} className={styles.fact}>
          {words.holders[name]}: {formatBytes(holders[name])}
        </span>
      ))}
    </p>
  );
}

function Status({ status }: { readonly status: RegistryStatus }) {
  const { sessions, active, maxActive, bytes, maxBytes, hits, misses, evictions } = status;
  const rest = sessions.length - listed;
  return (
    <>
      <dl className={styles.figures}>
        <Figure name={words.held} value={words.bytes(formatBytes(bytes), formatBytes(maxBytes))} />
        <Figure name={words.found} value={formatCount(hits)} />
        <Figure name={words.loaded} value={formatCount(misses)} />
        <Figure name={words.dropped} value={formatCount(evictions)} />
      </dl>
      <Holders holders={status.holders} />
      {sessions.length === 0 && <p className={styles.quiet}>{words.none}</p>}
      <ul className={styles.list}>
        {sessions.slice(0, listed).map((session) => (
          <Row key={session.sessionId} session={session} />
        ))}
      </ul>
      {rest > 0 && <p className={styles.quiet}>{words.more(formatCount(rest))}</p>}
      <p className={styles.quiet}>
        {words.active(formatCount(active), formatCount(maxActive))}. {words.hint}
      </p>
    </>
  );
}

/** Which chats the engine holds in memory, and how often that saved reading them. */
export function RegistryCard() {
  const status = useMemory((state) => state.registry);
  const failed = useMemory((state) => state.registryFailed);
  const loadRegistry = useMemory((state) => state.loadRegistry);
  useEffect(() => void loadRegistry(), [loadRegistry]);
  if (status === null && !failed) return null;
  return (
    <section className={pane.section} aria-label={words.title} data-testid="registry-card">
      <div className={pane.head}>
        <h2 className={pane.heading}>{words.title}</h2>
      </div>
      {failed ? <ErrorRow text={words.failed} /> : status !== null && <Status status={status} />}
    </section>
  );
}
