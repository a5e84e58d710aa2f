import type { StartInfo } from '../../shared/contract/calls/app-calls';
import type { UserId } from '../../shared/model/ids';
import type { User } from '../../shared/model/user';
import type { TurnPorts } from '../chat/turn-ports';
import type { HandlerMap } from '../ipc/handler-map';
import type { ImportOwner } from '../ipc/imports';
import type { FoldNow } from '../jobs/fold-now';
import { createProfiles } from '../ipc/profiles';
import type { Base } from './base';
import { wireHandlers } from './handlers';
import { emitFor } from './personal-events';
import { createUserServices } from './user-services';

/** The users, and what runs for each. */
export interface People {
  /** Who answers the calls that arrive now. */
  readonly handlers: () => HandlerMap;
  /** The user who is active now, for work that stays that user's to its end, and how its page is told of it. */
  readonly current: () => ImportOwner;
  /** Erases users whom an earlier run left hidden. */
  readonly eraseHidden: () => Promise<void>;
  readonly stopAnswers: () => Promise<void>;
  /** Erases whoever is hidden now. */
  readonly close: () => Promise<void>;
}

/** What the users' services are made with. */
export interface PeopleOptions {
  readonly first: User;
  readonly foldNow: FoldNow;
  readonly info: Omit<StartInfo, 'settings' | 'providers' | 'user'>;
  readonly onWindowLearned: TurnPorts['onWindowLearned'];
}

/** Brings users, their answers and their calls together. */
export function wirePeople(base: Base, { first, foldNow, info, onWindowLearned }: PeopleOptions): People {
  const { engine, emit, clock, logger, models, settings, tools, imports } = base;
  const ownerOf = (userId: UserId): ImportOwner => ({ userId, emit: emitFor(emit, userId, activeId) });
  const profiles = createProfiles({
    engine,
    first,
    clock,
    logger,
    onChange: (list) => {
      emit('users-changed', list);
      void imports.resume(ownerOf(list.activeId));
    },
    stopAnswers: (userId) => {
      imports.cancel(userId);
      return services.stopAnswers(userId);
    },
    onErased: (userId) => {
      services.drop(userId);
      imports.dismiss(ownerOf(userId));
      models.forgetUser(userId);
      // Whoever is at the screen now is told what still holds words of the one who is gone.
      emit('messages-forgotten', {});
    },
  });
  const activeId = (): UserId => profiles.active().id;
  const services = createUserServices({
    turnPorts: {
      ...base,
      ...models,
      tools: tools.tools,
      askUser: tools.questions.ask,
      temperature: () => settings.current.temperature,
      secondLook: () => settings.current.secondLook,
      onWindowLearned,
    },
    emitOf: (userId) => ownerOf(userId).emit,
    handlersFor: wireHandlers(base, { info, profiles, foldNow }),
  });
  return {
    handlers: () => services.of(activeId()).handlers,
    current: () => ownerOf(activeId()),
    eraseHidden: profiles.eraseHidden,
    stopAnswers: services.stopAll,
    close: profiles.close,
  };
}
