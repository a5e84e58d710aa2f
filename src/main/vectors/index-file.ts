import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { codeLength } from './vector-codes';
import type { VectorRows } from './vector-index';

/** What a cache file must agree with to be used. */
export interface IndexFileIdentity {
  readonly dimension: number;
  /** Name of the embedding model. */
  readonly model: string;
  /** Names the state of the vectors in storage; any other text means that the file is stale. */
  readonly stamp: string;
}

// The file, all numbers little-endian: 0 magic (8 bytes) · 8 format version, 12 dimension, 16 count, 20 zero (32 bit
// each) · 24 SHA-256 of the model's name · 56 SHA-256 of the stamp · 88 SHA-256 of the 88 bytes before and of all
// after it · 120 keys, row numbers of messages, places in them (float64 each) · steps of the codes (float32) · the
// vectors in codes (int8).
const MAGIC = Buffer.from('ENGRAMVX', 'latin1');
const FORMAT_VERSION = 3;
const CHECKSUM_AT = 88;
const ROWS_AT = 120;
const COLUMN_BYTES = Float64Array.BYTES_PER_ELEMENT;
const STEP_BYTES = Float32Array.BYTES_PER_ELEMENT;

/** The bytes of a cache file. */
export function encodeIndexFile(rows: VectorRows, identity: IndexFileIdentity): Buffer {
  const bytes = Buffer.concat([
    encodeIdentity(identity, rows.keys.length),
    Buffer.alloc(ROWS_AT - CHECKSUM_AT),
    viewOf(rows.keys),
    viewOf(rows.seqs),
    viewOf(rows.starts),
    viewOf(rows.steps),
    viewOf(rows.codes),
  ]);
  checksumOf(bytes).copy(bytes, CHECKSUM_AT);
  return bytes;
}

/** The rows in a cache file's bytes; null where they are damaged, of another format, model, dimension or state. */
export function decodeIndexFile(bytes: Buffer, identity: IndexFileIdentity): VectorRows | null {
  if (bytes.length < ROWS_AT) return null;
  const count = bytes.readUInt32LE(16);
  if (!bytes.subarray(0, CHECKSUM_AT).equals(encodeIdentity(identity, count))) return null;
  const codeCount = count * codeLength(identity.dimension);
  const stepsAt = ROWS_AT + 3 * count * COLUMN_BYTES;
  const codesAt = stepsAt + count * STEP_BYTES;
  if (bytes.length !== codesAt + codeCount) return null;
  if (!bytes.subarray(CHECKSUM_AT, ROWS_AT).equals(checksumOf(bytes))) return null;
  const column = (place: number): Float64Array =>
    filled(new Float64Array(count), bytes, ROWS_AT + place * count * COLUMN_BYTES);
  return {
    keys: column(0),
    seqs: column(1),
    starts: column(2),
    steps: filled(new Float32Array(count), bytes, stepsAt),
    // In place: they are most of a file.
    codes: new Int8Array(bytes.buffer, bytes.byteOffset + codesAt, codeCount),
  };
}

/** Reads a cache file; null where there is none or it is of no use, for whatever reason: it can be built anew. */
export function readIndexFile(file: string, identity: IndexFileIdentity): VectorRows | null {
  try {
    return decodeIndexFile(readFileSync(file), identity);
  } catch {
    return null;
  }
}

/** Writes a cache file so that after a crash the old or the new one is there, whole. Makes its folder. */
export async function writeIndexFile(file: string, bytes: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** The numbers with what the bytes from a place on say. */
function filled<T extends Float64Array | Float32Array>(numbers: T, bytes: Buffer, start: number): T {
  viewOf(numbers).set(bytes.subarray(start, start + numbers.byteLength));
  return numbers;
}

function encodeIdentity({ dimension, model, stamp }: IndexFileIdentity, count: number): Buffer {
  const numbers = Buffer.alloc(16);
  numbers.writeUInt32LE(FORMAT_VERSION, 0);
  numbers.writeUInt32LE(dimension, 4);
  numbers.writeUInt32LE(count, 8);
  return Buffer.concat([MAGIC, numbers, sha256(model), sha256(stamp)]);
}

function checksumOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes.subarray(0, CHECKSUM_AT)).update(bytes.subarray(ROWS_AT)).digest();
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

function viewOf(numbers: Float64Array | Float32Array | Int8Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
