import type { RecallReport } from '../../shared/model/recall';
import type { ChatModel } from '../memory/ports/chat-model';
import type { ContextSettings } from '../memory/ports/recall';
import { findsNothing } from '../memory/second-look/finds-nothing';
import type { BegunTurn } from './begun-turn';
import { takeSecondLook } from './second-look';
import type { TurnPorts } from './turn-ports';

/**
 * The offline variant of the second look: a model that only quotes cannot say what it lacks, so memory looks again
 * before the reply when nothing was above the floor.
 */
export async function lookBefore(
  ports: Pick<TurnPorts, 'engine' | 'logger' | 'secondLook'> & {
    readonly chatModel: () => Pick<ChatModel, 'kind'>;
  },
  turn: Pick<BegunTurn, 'session' | 'message'>,
  { settings, recall }: { readonly settings: ContextSettings; readonly recall: RecallReport },
): Promise<RecallReport> {
  if (ports.chatModel().kind !== 'offline' || !ports.secondLook()) return recall;
  if (!findsNothing(recall)) return recall;
  const cause = { reason: 'nothing-found', sentence: null, firstReplyId: null, firstTokens: null } as const;
  return (await takeSecondLook(ports, turn, { settings, recall, cause })) ?? recall;
}
