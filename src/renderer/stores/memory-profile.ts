import { toErrorShape } from '../../shared/errors';
import type { Profile } from '../../shared/model/profile';
import type { Bridge } from '../bridge';
import type { MemoryAccess } from './memory-state';
import type { ProfileSlice } from './profile-slice';

/** The part of the memory store behind the Profile tab. */
export function createMemoryProfile(bridge: Bridge, { get, set }: MemoryAccess): ProfileSlice {
  const change = async (ask: () => Promise<Profile>): Promise<boolean> => {
    try {
      set({ profile: await ask(), profileError: null });
      return true;
    } catch (error) {
      set({ profileError: toErrorShape(error) });
      return false;
    }
  };
  return {
    profile: null,
    foundNothingNew: false,
    profileError: null,
    loadProfile: async () => {
      await change(() => bridge.call('profile.read', {}));
    },
    distil: async () => {
      try {
        const { chats } = await bridge.call('profile.distil', {});
        set({ foundNothingNew: chats === 0, profileError: null });
      } catch (error) {
        set({ profileError: toErrorShape(error) });
      }
      await get().loadProfile();
    },
    editFact: (factId, text) => change(() => bridge.call('profile.edit', { factId, text })),
    pinFact: async (factId, pinned) => {
      await change(() => bridge.call('profile.pin', { factId, pinned }));
    },
    deleteFact: async (factId) => {
      await change(() => bridge.call('profile.delete', { factId }));
    },
  };
}
