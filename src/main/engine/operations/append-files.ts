import type { Attachment } from '../../../shared/model/attachment';
import { messageIdSchema, type MessageId } from '../../../shared/model/ids';
import { splitFile } from '../../memory/text/split-file';
import { buildSearchText } from '../../memory/text/search-text';
import type { StoredDraftFile } from '../../storage/tables/draft-file-table';
import type { EngineParts } from '../engine-parts';
import type { NewTurn } from './append-turn';

/** Where a turn goes, and when it is asked. */
type Place = Pick<NewTurn, 'userId' | 'sessionId' | 'turnId' | 'parentId' | 'depth' | 'createdAt'>;

/**
 * Writes the parts of files above a question, each a message below the one before it, inside the caller's
 * transaction. A part is a source like any message: sent, summarised, recalled by the name of its file, and forgotten.
 * Returns their ids in order.
 */
export function appendFiles(
  parts: EngineParts,
  place: Place,
  files: readonly StoredDraftFile[],
): readonly MessageId[] {
  const ids: MessageId[] = [];
  for (const file of files) {
    const texts = splitFile(file.content);
    texts.forEach((content, index) => {
      const { id: fileId, name } = file;
      const attachment = {
        fileId,
        name,
        part: index + 1,
        parts: texts.length,
        characters: file.content.length,
      };
      ids.push(appendPart(parts, place, { ids, name, content, attachment }));
    });
  }
  return ids;
}

interface Part {
  /** The parts above it. */
  readonly ids: readonly MessageId[];
  readonly name: string;
  readonly content: string;
  readonly attachment: Attachment;
}

function appendPart(parts: EngineParts, place: Place, part: Part): MessageId {
  const { userId, sessionId, turnId, createdAt } = place;
  const { name: author, content } = part;
  const id = messageIdSchema.parse(parts.newId());
  parts.tables.writer.insert({
    id,
    userId,
    sessionId,
    parentId: part.ids.at(-1) ?? place.parentId,
    depth: place.depth + part.ids.length,
    turnId,
    role: 'user',
    author,
    content,
    state: 'done',
    provenance: 'typed',
    model: null,
    createdAt,
    metadata: { attachment: part.attachment },
    searchText: buildSearchText({ content, author, createdAt, userId, sessionId }),
  });
  return id;
}
