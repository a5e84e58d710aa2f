import { catalogue } from '../../shared/catalogue/catalogue';
import type { StorageKind, StorageReport } from '../../shared/model/health';
import { formatBytes } from '../ui/format-bytes';
import { formatCount } from '../ui/formats';
import { joinClasses } from '../ui/join-classes';
import { HealthCard } from './health-card';
import styles from './health-tab.module.css';
import pane from './memory-pane.module.css';

const words = catalogue.health;
/** One colour a kind, that of the part it serves. */
const fills: Readonly<Record<StorageKind, string | undefined>> = {
  messages: styles.fillBuffer,
  vectors: styles.fillTools,
  words: styles.fillProfile,
  log: styles.fillSystem,
  summaries: styles.fillSummary,
  free: styles.fillFree,
};

/** What fills the database. */
export function HealthStorage({ storage }: { readonly storage: StorageReport }) {
  const { bytes, messages, sessions } = storage;
  const kinds = storage.kinds?.toSorted((a, b) => b.bytes - a.bytes) ?? null;
  return (
    <HealthCard
      title={words.storage}
      place="storagePlace"
      note={
        <span className={pane.quiet}>
          {words.storageTotal(formatBytes(bytes), formatCount(messages), formatCount(sessions))}
        </span>
      }
    >
      {kinds === null ? (
        <p className={pane.quiet}>{words.storageTooLarge}</p>
      ) : (
        <>
          <div className={styles.storageBar} aria-hidden="true">
            {kinds.map((kind) => (
              <span
                key={kind.kind}
                className={fills[kind.kind]}
                style={{ width: `${String((kind.bytes / bytes) * 100)}%` }}
              />
            ))}
          </div>
          <ul className={joinClasses(styles.legend, styles.storageLegend)}>
            {kinds.map((kind) => (
              <li key={kind.kind}>
                <span className={joinClasses(styles.swatch, fills[kind.kind])} aria-hidden="true" />
                {words.kind[kind.kind]} <span className={pane.quiet}>{formatBytes(kind.bytes)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </HealthCard>
  );
}
