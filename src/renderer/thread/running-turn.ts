import type { TurnId } from '../../shared/model/ids';
import type { ThreadState } from '../stores/thread-state';

/**
 * The turn being answered in the open chat; null while none is. Its events tell, and where none has come since the page
 * was loaded, the last message does while it grows: the window need not reach to the chat's end.
 */
export function runningTurnOf(state: Pick<ThreadState, 'window' | 'running' | 'sessionId'>): TurnId | null {
  const last = state.window.messages.at(-1);
  if (last?.state === 'streaming' && last.turnId !== null) return last.turnId;
  return state.sessionId === null ? null : (state.running[state.sessionId] ?? null);
}
