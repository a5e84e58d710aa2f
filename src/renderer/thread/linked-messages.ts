import type { MessageId, TurnId } from '../../shared/model/ids';
import type { Message } from '../../shared/model/message';
import type { TurnSnapshot } from '../../shared/model/snapshot';

function keptBy(snapshot: TurnSnapshot | undefined): readonly MessageId[] {
  const candidates = snapshot?.recall?.candidates ?? [];
  return candidates.filter(({ verdict }) => verdict === 'kept').map(({ messageId }) => messageId);
}

/** What belongs to a message by recall: the sources of an answer, and the answers that used a source. */
export function linkedMessages(
  message: Pick<Message, 'id' | 'role' | 'turnId'>,
  snapshots: Readonly<Partial<Record<TurnId, TurnSnapshot>>>,
): readonly MessageId[] {
  const isAnswer = message.role === 'assistant' && message.turnId !== null;
  const sources = isAnswer ? keptBy(snapshots[message.turnId]) : [];
  const users = Object.values(snapshots).filter((snapshot) => keptBy(snapshot).includes(message.id));
  return [...sources, ...users.flatMap((snapshot) => (snapshot === undefined ? [] : [snapshot.replyId]))];
}
