import type { UserId } from '../../../shared/model/ids';
import type { Profile } from '../../../shared/model/profile';
import type { ProfileStore } from '../../memory/ports/profile-store';
import type { HandlerMap } from '../handler-map';

/** What the calls about the profile need. */
export interface ProfileHandlerPorts {
  readonly engine: ProfileStore;
  readonly userId: () => UserId;
  readonly onJobsEnqueued: () => void;
}

type ProfileCalls = Pick<
  HandlerMap,
  | 'profile.read'
  | 'profile.distil'
  | 'profile.edit'
  | 'profile.pin'
  | 'profile.add'
  | 'profile.restore'
  | 'profile.delete'
>;

/** Answers the calls about what is known of the user. */
export function createProfileHandlers({ engine, userId, onJobsEnqueued }: ProfileHandlerPorts): ProfileCalls {
  const read = (owner: UserId): Promise<Profile> => engine.readProfile({ userId: owner });
  return {
    'profile.read': () => read(userId()),
    'profile.distil': async () => {
      const chats = await engine.enqueueDistil({ userId: userId() });
      onJobsEnqueued();
      return { chats };
    },
    'profile.edit': async (input) => {
      const owner = userId();
      await engine.editFact({ userId: owner, ...input });
      return read(owner);
    },
    'profile.pin': async (input) => {
      const owner = userId();
      await engine.pinFact({ userId: owner, ...input });
      return read(owner);
    },
    'profile.add': async (input) => {
      const owner = userId();
      await engine.addFact({ userId: owner, ...input });
      return read(owner);
    },
    'profile.restore': async (input) => {
      const owner = userId();
      await engine.restoreFact({ userId: owner, ...input });
      return read(owner);
    },
    'profile.delete': async (input) => {
      const owner = userId();
      await engine.deleteFact({ userId: owner, ...input });
      return read(owner);
    },
  };
}
