import { closeSync, existsSync, openSync, readSync } from 'node:fs';

const logHeaderBytes = 32;
const frameHeaderBytes = 24;

/** SQLite's running checksum of a write-ahead log. */
class LogChecksum {
  private first = 0;
  private second = 0;
  private readonly littleEndian: boolean;

  constructor(littleEndian: boolean) {
    this.littleEndian = littleEndian;
  }

  add(bytes: Buffer): void {
    for (let at = 0; at + 8 <= bytes.length; at += 8) {
      this.first = (this.first + this.word(bytes, at) + this.second) >>> 0;
      this.second = (this.second + this.word(bytes, at + 4) + this.first) >>> 0;
    }
  }

  matches(bytes: Buffer, at: number): boolean {
    return bytes.readUInt32BE(at) === this.first && bytes.readUInt32BE(at + 4) === this.second;
  }

  private word(bytes: Buffer, at: number): number {
    return this.littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
  }
}

function newestFirstPage(descriptor: number): Buffer | null {
  const header = Buffer.alloc(logHeaderBytes);
  if (readSync(descriptor, header, 0, logHeaderBytes, 0) < logHeaderBytes) return null;
  const magic = header.readUInt32BE(0);
  if (magic !== 0x377f0682 && magic !== 0x377f0683) return null;
  const checksum = new LogChecksum(magic === 0x377f0682);
  checksum.add(header.subarray(0, 24));
  const pageSize = header.readUInt32BE(8);
  if (!checksum.matches(header, 24) || pageSize < 512 || pageSize > 65_536) return null;

  const frame = Buffer.alloc(frameHeaderBytes + pageSize);
  let committed: Buffer | null = null;
  let pending: Buffer | null = null;
  for (let at = logHeaderBytes; readSync(descriptor, frame, 0, frame.length, at) === frame.length;) {
    const saltIsCurrent = frame.subarray(8, 16).equals(header.subarray(16, 24));
    checksum.add(frame.subarray(0, 8));
    checksum.add(frame.subarray(frameHeaderBytes));
    if (!saltIsCurrent || !checksum.matches(frame, 16)) break;
    if (frame.readUInt32BE(0) === 1) pending = Buffer.from(frame.subarray(frameHeaderBytes));
    if (frame.readUInt32BE(4) !== 0) committed = pending;
    at += frame.length;
  }
  return committed;
}

/**
 * The newest committed copy of page 1 in a write-ahead log, or null when the log holds none. A crash leaves
 * the database's newest header there, and opening the database to ask would already write to its folder.
 * Format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
export function readFirstPageOfLog(logPath: string): Buffer | null {
  if (!existsSync(logPath)) return null;
  const descriptor = openSync(logPath, 'r');
  try {
    return newestFirstPage(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
