import type { NetworkEntry } from '../../shared/model/network';

/** Where finished entries are kept beyond this run. */
export type NetworkSink = (entry: NetworkEntry) => void;

/** Every request the program makes, the latest in memory. */
export interface NetworkLog {
  /** Adds a request that begins; its number. */
  begin(entry: Omit<NetworkEntry, 'id'>): number;
  /** Says how a request goes on; once it has an outcome it is handed to the sink. */
  update(id: number, change: Partial<Omit<NetworkEntry, 'id'>>): void;
  /** The latest, newest first. */
  entries(): readonly NetworkEntry[];
}

/** Requests kept in memory. */
const kept = 500;

/** Makes the log; `earlier` are those of the last run, oldest first. */
export function createNetworkLog(options: {
  readonly sink: NetworkSink;
  readonly earlier: readonly Omit<NetworkEntry, 'id'>[];
  readonly onChange: () => void;
}): NetworkLog {
  let entries: readonly NetworkEntry[] = options.earlier.slice(-kept).map((entry, id) => ({ ...entry, id }));
  let nextId = entries.length;
  return {
    begin: (entry) => {
      const id = nextId;
      nextId += 1;
      entries = [...entries, { ...entry, id }].slice(-kept);
      if (entry.outcome !== 'running') options.sink({ ...entry, id });
      options.onChange();
      return id;
    },
    update: (id, change) => {
      entries = entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry));
      const entry = entries.find((each) => each.id === id);
      if (change.outcome === undefined || entry === undefined) return;
      options.sink(entry);
      options.onChange();
    },
    entries: () => entries.toReversed(),
  };
}
