import { existsSync } from 'node:fs';
import { run } from './command.mjs';

/**
 * A native module is tried in child processes, because a binary of the wrong kind kills the process that loads it.
 */
const PROBES = {
  'better-sqlite3':
    "const D=require('better-sqlite3');if(new D(':memory:').prepare('select 41+1').pluck().get()!==42)process.exit(3)",
  'faiss-node':
    "const{IndexFlatIP:I}=require('faiss-node');const i=new I(2);i.add([1,0]);if(i.search([1,0],1).labels[0]!==0)process.exit(3)",
};

/**
 * Whether a native module loads and works in each of the given programs.
 * @param {keyof typeof PROBES} name
 * @param {readonly string[]} programs Node or Electron executables
 * @returns {boolean}
 */
export function loadsIn(name, programs) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return programs.every((program) => existsSync(program) && run(program, ['-e', PROBES[name]], { env }).ok);
}
