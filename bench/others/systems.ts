import type { System } from './system';

/** A system by its name, loaded only by the process that measures it. */
export interface ListedSystem {
  readonly name: string;
  /** False where nothing is kept on disk: it is filled anew whenever it is opened. */
  readonly keeps: boolean;
  /** More messages than these are not tried, and why. */
  readonly limit?: { readonly messages: number; readonly reason: string };
  readonly load: () => Promise<System>;
}

/** All that is compared, in the order of the tables. */
export const systems: readonly ListedSystem[] = [
  { name: 'Engram', keeps: true, load: async () => (await import('./systems/engram')).engram },
  { name: 'naive', keeps: true, load: async () => (await import('./systems/naive')).naive },
  {
    name: 'LangChain, FAISS',
    keeps: true,
    load: async () => (await import('./systems/langchain')).langchainFaiss,
  },
  {
    name: 'LangChain, memory',
    keeps: false,
    load: async () => (await import('./systems/langchain')).langchainMemory,
  },
  {
    name: 'vectra',
    keeps: true,
    limit: {
      messages: 10_000,
      reason: 'its one file of JSON would be longer than the longest text there can be',
    },
    load: async () => (await import('./systems/vectra')).vectra,
  },
  {
    name: 'Orama, hybrid',
    keeps: true,
    limit: { messages: 10_000, reason: 'it cannot be written to disk' },
    load: async () => (await import('./systems/orama')).orama,
  },
  {
    name: 'mem0, no inference',
    keeps: true,
    limit: { messages: 10_000, reason: 'taking them in would take hours' },
    load: async () => (await import('./systems/mem0')).mem0,
  },
  { name: 'FTS5', keeps: true, load: async () => (await import('./systems/full-text')).fullText },
  { name: 'nothing', keeps: true, load: async () => (await import('./systems/nothing')).nothing },
];
