import { createRequire } from 'node:module';
import type * as FaissNode from 'faiss-node';

/** FAISS's flat index of inner products. */
export type IndexFlatIP = FaissNode.IndexFlatIP;

let loaded: typeof FaissNode | null = null;

/**
 * FAISS, loaded when it is first needed, by one thread of a process only: a second one aborts it.
 */
export function faiss(): typeof FaissNode {
  // A CommonJS module whose names ES modules cannot see; required, it is the same in Node, tests and Electron.
  loaded ??= createRequire(import.meta.url)('faiss-node') as typeof FaissNode;
  return loaded;
}
