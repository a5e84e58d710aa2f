import type { TurnId } from '../../shared/model/ids';
import type { MemoryTab } from '../stores/memory-state';
import type { Stores } from '../stores/stores';
import { isNarrowNow } from '../ui/use-is-narrow';

/** Shows what a turn was sent with; from the chat's last turn on, the memory pane follows the chat again. */
export function showContext(stores: Stores, turnId: TurnId): void {
  showInMemory(stores, turnId, 'context');
}

/** Shows one tab of the memory pane for a turn, as {@link showContext} does. */
export function showInMemory({ app, thread, memory }: Stores, turnId: TurnId, tab: MemoryTab): void {
  const { messages, hasLater } = thread.getState().window;
  const isLast = !hasLater && messages.at(-1)?.turnId === turnId;
  memory.getState().showTab(tab);
  void memory.getState().showTurn(isLast ? null : turnId);
  if (isNarrowNow()) app.getState().openDrawer('memory');
}
