import { createRunningTurns, type RunningTurns } from '../chat/running-turns';
import type { TurnPorts } from '../chat/turn-ports';
import type { HandlerMap } from '../ipc/handler-map';
import type { Emit } from '../../shared/contract/emit';
import type { UserId } from '../../shared/model/ids';

/** What runs for one user: the answers being given, and whoever answers the calls made meanwhile. */
export interface UserService {
  readonly turns: RunningTurns;
  readonly handlers: HandlerMap;
}

/** The services of the users who were active since the start. */
export interface UserServices {
  readonly of: (userId: UserId) => UserService;
  /** Stops the answers a user is being given, and waits until they are stored. */
  readonly stopAnswers: (userId: UserId) => Promise<void>;
  readonly stopAll: () => Promise<void>;
  readonly drop: (userId: UserId) => void;
}

/** What the services are made with. */
export interface UserServicesPorts {
  readonly turnPorts: Omit<TurnPorts, 'emit'>;
  readonly emitOf: (userId: UserId) => Emit;
  readonly handlersFor: (userId: UserId, turns: RunningTurns, emit: Emit) => HandlerMap;
}

/**
 * Keeps one service for each user. A call belongs to the user who is active when it arrives and to no other, however
 * long it takes: its handlers were made for that user. Answers go on when another user takes over; they are stored,
 * and nothing of them is told until their user is back.
 */
export function createUserServices(ports: UserServicesPorts): UserServices {
  const known = new Map<UserId, UserService>();
  const make = (userId: UserId): UserService => {
    const emit = ports.emitOf(userId);
    const turns = createRunningTurns({ ...ports.turnPorts, emit });
    return { turns, handlers: ports.handlersFor(userId, turns, emit) };
  };
  return {
    of: (userId) => {
      const service = known.get(userId) ?? make(userId);
      known.set(userId, service);
      return service;
    },
    stopAnswers: async (userId) => known.get(userId)?.turns.stopAll(),
    stopAll: async () => {
      await Promise.all([...known.values()].map(({ turns }) => turns.stopAll()));
    },
    drop: (userId) => {
      known.delete(userId);
    },
  };
}
