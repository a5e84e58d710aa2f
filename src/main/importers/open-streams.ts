import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';

/** One stream of JSON: the file itself, or a file of an archive. */
export interface JsonStream {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Told how far the reading is, in bytes of the file on disk. */
export type OnRead = (done: number, total: number) => void;

/** An archive that unpacks to more than this is none of chats. */
const maxUnpacked = 8 * 1024 ** 3;
/** Text packs to a tenth; what packs to less than a hundredth, and is long, was made to fill a disk. */
const maxRatio = 100;
const longBytes = 64 * 1024 ** 2;

/** The streams of a file, one after the other; each must be read, or left, before the next. Errors: `import-failed`. */
export async function* openStreams(path: string, onRead: OnRead): AsyncGenerator<JsonStream> {
  const { size } = await stat(path);
  if (await isZip(path)) yield* ofArchive(path, size, onRead);
  else yield { name: basename(path), bytes: counted(createReadStream(path), size, onRead) };
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50;
  } finally {
    await file.close();
  }
}

async function* counted(stream: Readable, size: number, onRead: OnRead): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    done += chunk.length;
    onRead(done, size);
    yield chunk;
  }
}

const openZip = promisify<string, yauzl.Options, ZipFile>((path, options, done) => {
  yauzl.open(path, options, done);
});

/** The JSON files of an archive, in its order. */
async function* ofArchive(path: string, size: number, onRead: OnRead): AsyncGenerator<JsonStream> {
  const { importing } = catalogue.main;
  let zip: ZipFile;
  try {
    zip = await openZip(path, { lazyEntries: true, autoClose: false });
  } catch (cause) {
    throw new AppError('import-failed', importing.brokenArchive, { cause });
  }
  try {
    let packed = 0;
    let unpacked = 0;
    for await (const entry of entriesOf(zip)) {
      packed += entry.compressedSize;
      if (!/\.(?:jsonl?|md|markdown)$/iu.test(entry.fileName)) continue;
      unpacked += entry.uncompressedSize;
      if (unpacked > maxUnpacked || isBomb(entry))
        throw new AppError('import-failed', importing.archiveTooLarge);
      yield { name: entry.fileName, bytes: await openEntry(zip, entry) };
      onRead(Math.min(packed, size), size);
    }
  } finally {
    zip.close();
  }
}

function isBomb({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > longBytes && uncompressedSize > compressedSize * maxRatio;
}

/** The entries of an archive, read as they are asked for. */
async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const ended = (): void => settle(() => resolve(null));
      const read = (found: Entry): void => settle(() => resolve(found));
      const failed = (cause: unknown): void =>
        settle(() =>
          reject(new AppError('import-failed', catalogue.main.importing.brokenArchive, { cause })),
        );
      const settle = (then: () => void): void => {
        zip.off('end', ended).off('entry', read).off('error', failed);
        then();
      };
      zip.once('end', ended).once('entry', read).once('error', failed);
      zip.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
}

async function openEntry(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Uint8Array>> {
  const stream = await promisify<Entry, Readable>((each, done) => zip.openReadStream(each, done))(entry);
  return guarded(stream);
}

/** What an archive says of itself and what it holds may differ. */
async function* guarded(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) yield chunk;
  } catch (cause) {
    throw new AppError('import-failed', catalogue.main.importing.brokenArchive, { cause });
  } finally {
    stream.destroy();
  }
}
