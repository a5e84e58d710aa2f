import type { System } from './system';

/** A system by its name, loaded only by the process that measures it. */
export interface ListedSystem {
  readonly name: string;
  /** False where nothing is kept on disk: it is filled anew whenever it is opened. */
  readonly keeps: boolean;
  /** It takes too long with more messages. */
  readonly mostMessages?: number;
  readonly load: () => Promise<System>;
}

/** All that is compared, in the order of the tables. */
export const systems: readonly ListedSystem[] = [
  { name: 'Engram', keeps: true, load: async () => (await import('./systems/engram')).engram },
  { name: 'naive', keeps: true, load: async () => (await import('./systems/naive')).naive },
  {
    name: 'LangChain FAISS',
    keeps: true,
    load: async () => (await import('./systems/langchain')).langchainFaiss,
  },
  {
    name: 'LangChain in memory',
    keeps: false,
    load: async () => (await import('./systems/langchain')).langchainMemory,
  },
  {
    name: 'vectra',
    keeps: true,
    load: async () => (await import('./systems/vectra')).vectra,
  },
  {
    name: 'Orama hybrid',
    keeps: true,
    load: async () => (await import('./systems/orama')).orama,
  },
  {
    name: 'mem0',
    keeps: true,
    load: async () => (await import('./systems/mem0')).mem0,
  },
  {
    name: 'mem0 scripted',
    keeps: true,
    mostMessages: 1_000,
    load: async () => (await import('./systems/mem0')).mem0Scripted,
  },
  { name: 'FTS5', keeps: true, load: async () => (await import('./systems/full-text')).fullText },
  { name: 'nothing', keeps: true, load: async () => (await import('./systems/nothing')).nothing },
];
