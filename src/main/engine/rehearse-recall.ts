import type { SessionId, UserId } from '../../shared/model/ids';
import type { EngineParts } from './engine-parts';
import { gatherCandidates } from './operations/gather-candidates';

/** In a shorter chat, recall is quick enough at once. */
const longChat = 1_000;

/**
 * Asks a question that nobody sees the answer of, in the words of one of the chat's first messages, so that the code of recall
 * is compiled before somebody waits for it: else the first five took two to three times as long as the rest. Says whether it did.
 */
export function rehearseRecall(
  parts: EngineParts,
  { userId, sessionId }: { readonly userId: UserId; readonly sessionId: SessionId },
  depth: number,
): boolean {
  const { recall, reader, vectors } = parts.tables;
  const newest = vectors.newestOf(userId, sessionId);
  if (newest === null || reader.depthOf(userId, sessionId) < longChat) return false;
  const [question] = recall.around(userId, [[sessionId, depth, depth + 1]]);
  const values = new Float32Array(newest.dimension).fill(1 / Math.sqrt(newest.dimension));
  gatherCandidates(parts, {
    userId,
    scope: sessionId,
    query: question === undefined ? '' : (recall.textsOf(userId, [question.seq])[0]?.content ?? ''),
    queryVector: { kind: 'vector', model: newest.model, values },
    userMessageId: null,
  });
  return true;
}
