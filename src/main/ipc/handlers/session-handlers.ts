import type { Emit } from '../../../shared/contract/emit';
import type { Engine } from '../../memory/ports/engine';
import type { UserId } from '../../../shared/model/ids';
import type { Strategy } from '../../../shared/model/session';
import type { HandlerMap } from '../handler-map';

/** Answers the calls about chats. */
export function createSessionHandlers(
  engine: Engine,
  userId: () => UserId,
  emit: Emit,
  /** What new chats start with. */
  strategy: () => Strategy,
): Pick<
  HandlerMap,
  | 'sessions.list'
  | 'sessions.create'
  | 'sessions.get'
  | 'sessions.update'
  | 'sessions.delete'
  | 'sessions.restore'
> {
  return {
    'sessions.list': ({ cursor, limit }) => engine.listSessions({ userId: userId(), cursor, limit }),
    'sessions.create': async ({ recallScope = 'session' }) => {
      const session = await engine.createSession({ userId: userId(), recallScope, strategy: strategy() });
      emit('session-changed', { session });
      return session;
    },
    'sessions.get': ({ sessionId }) => engine.getSession({ userId: userId(), sessionId }),
    'sessions.update': async ({ sessionId, ...changes }) => {
      const session = await engine.updateSession({ userId: userId(), sessionId, changes });
      emit('session-changed', { session });
      return session;
    },
    'sessions.delete': async ({ sessionId }) => {
      await engine.deleteSession({ userId: userId(), sessionId });
      emit('session-removed', { sessionId });
      return null;
    },
    'sessions.restore': async ({ sessionId }) => {
      const session = await engine.restoreSession({ userId: userId(), sessionId });
      emit('session-changed', { session });
      return session;
    },
  };
}
