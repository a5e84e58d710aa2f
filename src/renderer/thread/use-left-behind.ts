import { useEffect } from 'react';
import type { MessageId } from '../../shared/model/ids';
import { useStores } from '../stores/use-stores';

/** Puts out what a chip lit up when it scrolls out of view: it is then left without a word. */
export function useLeftBehind(messageId: MessageId): void {
  const { memory } = useStores();
  useEffect(
    () => () => {
      const { highlight, setHighlight, leavePeek } = memory.getState();
      if (highlight === messageId) setHighlight(null);
      leavePeek();
    },
    [memory, messageId],
  );
}
