import type { Message } from '../../shared/model/message';
import { useStores } from '../stores/use-stores';
import { linkedMessages } from './linked-messages';

/** Handlers that light up what belongs to a message by recall while the pointer or the focus is on it. */
export function useLinkedLight(message: Message) {
  const { thread, memory } = useStores();
  const light = (): void => {
    memory.getState().lightAll(linkedMessages(message, thread.getState().snapshots));
  };
  const dim = (): void => memory.getState().lightAll([]);
  return { onMouseEnter: light, onMouseLeave: dim, onFocus: light, onBlur: dim };
}
