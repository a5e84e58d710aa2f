import type { TurnId } from '../../shared/model/ids';
import type { Stores } from '../stores/stores';
import { isNarrowNow } from '../ui/use-is-narrow';

/** Shows what a turn was sent with; from the chat's last turn on, the memory pane follows the chat again. */
export function showContext({ app, thread, memory }: Stores, turnId: TurnId): void {
  const { messages, hasLater } = thread.getState().window;
  const isLast = !hasLater && messages.at(-1)?.turnId === turnId;
  memory.getState().showTab('context');
  void memory.getState().showTurn(isLast ? null : turnId);
  if (isNarrowNow()) app.getState().openDrawer('memory');
}
