import { setFlagsFromString } from 'node:v8';

/**
 * Puts off looking through what is old, in all threads of this process: main and the engine would each do it once within the first
 * half second, when they hold some ten megabytes, and it would take 35 ms of the processors. What is needed at once is done at once,
 * as ever. Returns what ends it.
 */
export function putOffCollections(): () => void {
  setFlagsFromString('--no-incremental-marking');
  return () => setFlagsFromString('--incremental-marking');
}
