import type { RankDocument } from '../../memory/ranking/rank-document';
import type { FoundRow } from '../../storage/tables/recall-reader';
import type { NearSentences } from '../../vectors/sentence-codes';
import type { NearMessage } from './nearest-messages';

/** A row as the ranking reads it. */
export function toDocument(row: FoundRow, near?: NearMessage, sentences?: NearSentences): RankDocument {
  return {
    id: row.id,
    sessionId: row.session_id,
    position: row.depth,
    role: row.role,
    author: row.author,
    text: row.content,
    createdAt: row.created_at,
    cosine: near?.cosine ?? null,
    sentences: sentences ?? null,
  };
}
