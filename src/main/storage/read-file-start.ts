import { closeSync, openSync, readSync } from 'node:fs';

/**
 * The first bytes of a file; fewer when it is shorter, none when it is missing. Never call it on a database
 * that this process has open: closing any descriptor of a file drops the process's POSIX locks on it.
 *
 * @throws the file system's error when the file is there and cannot be read.
 */
export function readFileStart(path: string, length: number): Buffer {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, 0));
  } finally {
    closeSync(descriptor);
  }
}
