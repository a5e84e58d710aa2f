import type { SessionId, UserId } from '../../shared/model/ids';
import type { ContextSettings } from '../memory/ports/recall';
import type { EngineParts } from './engine-parts';
import { recall } from './operations/recall-operations';

/** In a shorter chat, recall is quick enough at once. */
const longChat = 1_000;

/**
 * Asks a question that nobody sees the answer of, in the words of one of the chat's first messages, so that the code of recall
 * is compiled before somebody waits for it: else the first five took two to three times as long as the rest. Null where
 * there is nothing to ask.
 */
export function rehearseRecall(
  parts: EngineParts,
  about: { readonly userId: UserId; readonly sessionId: SessionId; readonly settings: ContextSettings },
  depth: number,
): Promise<unknown> | null {
  const { userId, sessionId } = about;
  const { recall: found, reader, vectors } = parts.tables;
  const newest = vectors.newestOf(userId, sessionId);
  if (newest === null || reader.depthOf(userId, sessionId) < longChat) return null;
  const [row] = found.around(userId, [[sessionId, depth, depth + 1]]);
  const [text] = row === undefined ? [] : found.textsOf(userId, [row.seq]);
  const values = new Float32Array(newest.dimension).fill(1 / Math.sqrt(newest.dimension));
  return recall(parts, {
    ...about,
    query: text?.content ?? '',
    queryVector: { kind: 'vector', model: newest.model, values },
    userMessageId: null,
  });
}
