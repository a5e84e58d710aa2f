import type { MemoryReader } from '../../memory/ports/recall';
import type { StoredMessage } from '../../storage/tables/message-reader';
import type { EngineParts } from '../engine-parts';
import { countMessages, type CountedMessage } from './count-messages';

type BuildInput = Parameters<MemoryReader['buildContext']>[0];

/** What this turn has called so far: the messages between the question and the reply that is to come. */
export async function readSteps(
  parts: EngineParts,
  { userId, sessionId, replyId, settings }: BuildInput,
  question: StoredMessage,
): Promise<readonly CountedMessage[]> {
  const { reader } = parts.tables;
  const replyDepth = reader.pathDepth(userId, sessionId, replyId);
  if (replyDepth === null || replyDepth <= question.depth + 1) return [];
  const between = reader.afterDepth(userId, sessionId, question.depth, replyDepth - question.depth);
  const steps = between.filter(({ depth }) => depth < replyDepth);
  return countMessages(parts, steps, settings.model);
}
