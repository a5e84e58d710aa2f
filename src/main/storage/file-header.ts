/** `Engm` as a big-endian integer: what SQLite's `application_id` holds in every Engram database. */
export const engramApplicationId = 0x456e676d;

/** SQLite's fixed header, in bytes. */
export const headerBytes = 100;

const magic = Buffer.from('SQLite format 3\0', 'latin1');

/** The fields of a database header that decide whether a file may be opened. */
export interface FileHeader {
  readonly applicationId: number;
  readonly userVersion: number;
  /** Counts changes of the schema: 0 means that no table was ever made. */
  readonly schemaCookie: number;
}

/** Reads a database header of 100 bytes or more; null for what is no SQLite database. */
export function parseFileHeader(bytes: Buffer): FileHeader | null {
  if (bytes.length < headerBytes || !bytes.subarray(0, magic.length).equals(magic)) return null;
  return {
    applicationId: bytes.readUInt32BE(68),
    userVersion: bytes.readUInt32BE(60),
    schemaCookie: bytes.readUInt32BE(40),
  };
}

/**
 * The header with the fields that are the same in every Engram database put back, and the number of pages left
 * to the file's length; for salvaging a copy.
 * Offsets: https://www.sqlite.org/fileformat2.html#the_database_header
 */
export function repairFileHeader(bytes: Buffer): Buffer {
  const repaired = Buffer.from(bytes);
  magic.copy(repaired, 0);
  repaired.writeUInt16BE(4096, 16); // page size
  repaired.set([2, 2, 0, 64, 32, 32], 18); // WAL, no reserved space, payload fractions
  repaired.writeUInt32BE(0, 28); // pages: unknown
  repaired.writeUInt32BE(4, 44); // schema format
  repaired.writeUInt32BE(1, 56); // UTF-8
  return repaired;
}

/** Whether a header's unchanging fields are those of an Engram database; SQLite takes others for a newer format. */
export function isHeaderIntact(bytes: Buffer): boolean {
  const repaired = repairFileHeader(bytes);
  // Before its first use in WAL mode, and in a copy, the file says 1.
  bytes.copy(repaired, 18, 18, 20);
  bytes.copy(repaired, 28, 28, 32);
  return repaired.equals(bytes) && [1, 2].includes(bytes[18] ?? 0) && [1, 2].includes(bytes[19] ?? 0);
}
