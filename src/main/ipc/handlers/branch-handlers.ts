import { v7 as uuidv7 } from 'uuid';
import type { StartedTurn } from '../../../shared/contract/calls/chat-calls';
import type { Emit } from '../../../shared/contract/emit';
import { turnIdSchema, type SessionId, type TurnId, type UserId } from '../../../shared/model/ids';
import type { BegunTurn } from '../../chat/begun-turn';
import type { RunningTurns } from '../../chat/running-turns';
import type { Engine } from '../../memory/ports/engine';
import type { HandlerMap } from '../handler-map';

/** What the calls about versions need. */
export interface BranchHandlerPorts {
  readonly engine: Engine;
  readonly turns: RunningTurns;
  readonly userId: () => UserId;
  readonly emit: Emit;
  readonly onJobsEnqueued: () => void;
}

type BranchCalls = Pick<
  HandlerMap,
  'chat.edit' | 'chat.regenerate' | 'chat.stepVersion' | 'messages.pin' | 'messages.exclude' | 'sessions.fork'
>;

/** Answers the calls about versions of a chat, pins, exclusions and copies. */
export function createBranchHandlers(ports: BranchHandlerPorts): BranchCalls {
  const { engine, turns, userId, emit } = ports;
  const pathChanged = (sessionId: SessionId): void => {
    emit('summaries-changed', { sessionId });
    ports.onJobsEnqueued();
  };
  return {
    'chat.edit': async (input) => {
      const turnId = newTurnId();
      return started(await turns.edit({ userId: userId(), turnId, ...input }));
    },
    'chat.regenerate': async (input) => {
      const turnId = newTurnId();
      return started(await turns.regenerate({ userId: userId(), turnId, ...input }));
    },
    'chat.stepVersion': async (input) => {
      const reached = await engine.stepVersion({ userId: userId(), ...input });
      emit('session-changed', { session: reached.session });
      pathChanged(input.sessionId);
      return reached;
    },
    'messages.pin': (input) => engine.setPinned({ userId: userId(), ...input }),
    'messages.exclude': async (input) => {
      const message = await engine.setExcluded({ userId: userId(), ...input });
      pathChanged(input.sessionId);
      return message;
    },
    'sessions.fork': async (input) => {
      const copy = await engine.copyChat({ userId: userId(), ...input });
      const session = await engine.addCopy({ userId: userId(), copy });
      emit('session-changed', { session });
      ports.onJobsEnqueued();
      return session;
    },
  };
}

function started({ turnId, message, reply }: BegunTurn): StartedTurn {
  return { turnId, message, reply };
}

function newTurnId(): TurnId {
  return turnIdSchema.parse(uuidv7());
}
