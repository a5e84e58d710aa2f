import type { SearchHit } from '../../../shared/model/search';
import type { MessageLog } from '../../memory/ports/message-log';
import { excerptAround } from '../../memory/text/excerpt';
import { buildSearchQuery } from '../../memory/text/fts-query';
import type { EngineParts } from '../engine-parts';

type SearchInput = Parameters<MessageLog['searchMessages']>[0];

/** Characters from which a query is ranked; shorter ones match too much to rank, so the newest come first. */
const rankedFrom = 3;

/** Search as you type over live messages. Any text is a legal query; one without a word finds nothing. */
export function searchMessages(parts: EngineParts, input: SearchInput): readonly SearchHit[] {
  const { userId, sessionId, query, limit } = input;
  const { recall, reader } = parts.tables;
  const match = buildSearchQuery(query, { userId, sessionId });
  if (match === null) return [];
  const ranked = query.trim().length >= rankedFrom;
  const hits = ranked ? recall.matchRanked(match, limit) : recall.matchNewest(match, limit);
  const rows = new Map(
    recall
      .bySeq(
        userId,
        hits.map((hit) => hit.seq),
      )
      .map((row) => [row.seq, row]),
  );
  return hits.flatMap(({ seq }) => {
    const row = rows.get(seq);
    const message = row === undefined ? null : reader.find(userId, row.id);
    if (row === undefined || message === null) return [];
    const { excerpt, marks } = excerptAround(row.content, query, 240);
    return {
      messageId: row.id,
      sessionId: row.session_id,
      sessionTitle: row.session_title,
      position: message.position,
      role: row.role,
      author: row.author,
      createdAt: row.created_at,
      excerpt,
      marks,
    };
  });
}
