import { createRequire } from 'node:module';
import type * as FaissNode from 'faiss-node';

// A CommonJS module whose names ES modules cannot see; required, it is the same in Node, tests and Electron.
const faiss = createRequire(import.meta.url)('faiss-node') as typeof FaissNode;

/** FAISS's flat index of inner products. Loaded by one thread of a process only: a second one aborts it. */
export const IndexFlatIP = faiss.IndexFlatIP;
/** One such index. */
export type IndexFlatIP = FaissNode.IndexFlatIP;
