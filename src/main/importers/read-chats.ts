import { stat } from 'node:fs/promises';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import { allImporters } from './all-importers';
import type { Importer, ReadChats } from './importer';
import { openStreams, type JsonStream, type OnRead } from './open-streams';
import { streamValues } from './stream-values';

/** Some chats of a file, and the program they come from; null while nothing of it was recognised. */
export interface ReadPart extends ReadChats {
  readonly from: string | null;
}

/** What in a stream comes before its first chat is looked at so far. */
const mostUnknown = 50;

/**
 * Reads the chats of a file that another program exported, or of an archive of such files, as it goes. What of an archive is
 * of no known format is passed over. Errors: `import-failed`.
 */
export async function* readChats(path: string, onRead: OnRead): AsyncGenerator<ReadPart> {
  const { importing } = catalogue.main;
  try {
    const readAt = Math.round((await stat(path)).mtimeMs);
    for await (const stream of openStreams(path, onRead)) yield* ofStream(stream, readAt);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const reason = error instanceof Error ? error.message : '';
    throw new AppError('import-failed', importing.unreadable(reason), { cause: error });
  }
}

async function* ofStream({ bytes }: JsonStream, readAt: number): AsyncGenerator<ReadPart> {
  let importer: Importer | undefined;
  let unknown = 0;
  let index = 0;
  for await (const read of streamValues(bytes)) {
    if (read.kind === 'broken') {
      if (importer === undefined) unknown += 1;
      else yield { from: importer.name, chats: [], unreadable: 1 };
    } else {
      importer ??= allImporters.find(({ recognises }) => recognises([read.value]));
      if (importer !== undefined)
        yield { from: importer.name, ...importer.read([read.value], readAt, index) };
      else unknown += 1;
      index += 1;
    }
    if (unknown > mostUnknown) return;
  }
  // Lines that are no JSON before the first chat: of a known format they are chats that could not be read.
  if (importer !== undefined && unknown > 0) yield { from: importer.name, chats: [], unreadable: unknown };
}
