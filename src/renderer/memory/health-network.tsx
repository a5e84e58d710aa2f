import { CloudOff, Globe } from 'lucide-react';
import { useEffect } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { NetworkEntry } from '../../shared/model/network';
import { useApp, useMemory } from '../stores/use-stores';
import { EmptyState } from '../ui/empty-state';
import { formatBytes } from '../ui/format-bytes';
import { formatDay, formatDuration, formatTime } from '../ui/formats';
import { Tag } from '../ui/tag';
import { useToday } from '../ui/use-today';
import { HealthCard } from './health-card';
import styles from './health-tab.module.css';
import pane from './memory-pane.module.css';

const words = catalogue.costs;

function resultOf({ outcome, status, ms }: NetworkEntry): string {
  if (outcome !== 'done') return words.outcome[outcome];
  return `${String(status ?? '')} · ${formatDuration(ms)}`;
}

function Row({ entry, today }: { readonly entry: NetworkEntry; readonly today: number }) {
  const { at, origin, path, purpose, bytesSent, bytesReceived } = entry;
  return (
    <tr>
      <th scope="row">
        {formatDay(at, today)}, {formatTime(at)}
      </th>
      <td className={styles.text} title={origin + path}>
        {origin}
        <span className={pane.quiet}>{path}</span>
      </td>
      <td className={styles.text}>{words.purposes[purpose]}</td>
      <td>{formatBytes(bytesSent)}</td>
      <td>{formatBytes(bytesReceived)}</td>
      <td>{resultOf(entry)}</td>
    </tr>
  );
}

/** Every request the program made. */
export function HealthNetwork() {
  const requests = useMemory((state) => state.requests);
  const loadRequests = useMemory((state) => state.loadRequests);
  const isOffline = useApp((state) => state.settings?.offlineMode ?? false);
  const today = useToday();
  useEffect(() => void loadRequests(), [loadRequests]);
  const note = isOffline ? <Tag tone="good">{words.offlineOn}</Tag> : undefined;
  if (requests.length === 0) {
    const Icon = isOffline ? CloudOff : Globe;
    return (
      <HealthCard title={words.network} place="networkPlace" note={note}>
        <EmptyState
          isGood
          icon={<Icon size={20} aria-hidden="true" />}
          heading={words.networkEmpty}
          sentence={words.networkEmptyHint}
        />
      </HealthCard>
    );
  }
  return (
    <HealthCard title={words.network} place="networkPlace" note={note}>
      <p className={pane.quiet}>{words.networkHint}</p>
      <div className={styles.tableBox} tabIndex={0} role="group" aria-label={words.network}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.time}</th>
              <th scope="col" className={styles.text}>
                {words.server}
              </th>
              <th scope="col" className={styles.text}>
                {words.purpose}
              </th>
              <th scope="col">{words.sent}</th>
              <th scope="col">{words.received}</th>
              <th scope="col">{words.result}</th>
            </tr>
          </thead>
          <tbody>
            {requests.map((entry) => (
              <Row key={entry.id} entry={entry} today={today} />
            ))}
          </tbody>
        </table>
      </div>
    </HealthCard>
  );
}
