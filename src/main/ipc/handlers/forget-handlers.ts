import type { Emit } from '../../../shared/contract/emit';
import type { SessionId, UserId } from '../../../shared/model/ids';
import type { Session } from '../../../shared/model/session';
import type { Engine } from '../../memory/ports/engine';
import type { HandlerMap } from '../handler-map';

/** What the calls about forgetting need. */
export interface ForgetHandlerPorts {
  readonly engine: Engine;
  readonly userId: () => UserId;
  readonly emit: Emit;
  readonly onJobsEnqueued: () => void;
  /** Ends the answer a chat is being given, and waits until it is stored. */
  readonly stopAnswer: (sessionId: SessionId) => Promise<void>;
  /** Something was deleted and is to be erased when its undo has passed. */
  readonly onDeleted: () => void;
}

type ForgetCalls = Pick<
  HandlerMap,
  'forget.messages' | 'forget.undo' | 'forget.list' | 'forget.places' | 'forget.dismiss'
>;

/** Answers the calls about deleting messages and what is left of them. */
export function createForgetHandlers(ports: ForgetHandlerPorts): ForgetCalls {
  const { engine, userId, emit } = ports;
  const pathChanged = (session: Session): void => {
    emit('session-changed', { session });
    emit('summaries-changed', { sessionId: session.id });
    ports.onJobsEnqueued();
  };
  return {
    'forget.messages': async (input) => {
      await ports.stopAnswer(input.sessionId);
      const hidden = await engine.forgetMessages({ userId: userId(), ...input });
      pathChanged(hidden.session);
      ports.onDeleted();
      return hidden;
    },
    'forget.undo': async (input) => {
      const session = await engine.undoForget({ userId: userId(), ...input });
      pathChanged(session);
      return session;
    },
    'forget.list': () => engine.listForgets({ userId: userId() }),
    'forget.places': async (input) => {
      const report = await engine.forgetPlaces({ userId: userId(), ...input });
      emit('messages-forgotten', {});
      ports.onJobsEnqueued();
      return report;
    },
    'forget.dismiss': (input) => engine.dismissForget({ userId: userId(), ...input }),
  };
}
