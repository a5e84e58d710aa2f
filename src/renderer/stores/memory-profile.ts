import { toErrorShape } from '../../shared/errors';
import type { Profile } from '../../shared/model/profile';
import type { Bridge } from '../bridge';
import type { MemoryAccess } from './memory-state';
import type { Timers } from './pacer';
import type { ProfileSlice } from './profile-slice';

/** A deletion can be undone for this long. */
const UNDO_MS = 10_000;
/** A fact has at most 300 characters. */
const LONGEST_FACT = 300;

/** The first words of a message, as many as a fact may have. */
function beginningOf(content: string): string {
  const line = content.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= LONGEST_FACT
    ? line
    : `${line.slice(0, LONGEST_FACT - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** The part of the memory store behind the Profile tab. */
export function createMemoryProfile(
  bridge: Bridge,
  timers: Timers,
  { get, set }: MemoryAccess,
): ProfileSlice {
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
    wantedFact: null,
    showFact: (wantedFact) => set(wantedFact === null ? { wantedFact } : { wantedFact, tab: 'profile' }),
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
    ...createDeleting(bridge, timers, { get, set }, change),
    factDraft: null,
    draftFact: (message) => {
      if (message !== null) get().showTab('profile');
      const factDraft = message && { messageId: message.id, text: beginningOf(message.content) };
      set({ factDraft, profileError: null });
    },
    addFact: async (text) => {
      const draft = get().factDraft;
      if (draft === null) return false;
      const { messageId } = draft;
      const isTaken = await change(() => bridge.call('profile.add', { messageId, text }));
      if (isTaken) set({ factDraft: null });
      return isTaken;
    },
  };
}

/** Deleting facts, and bringing them back. */
function createDeleting(
  bridge: Bridge,
  timers: Timers,
  { get, set }: MemoryAccess,
  change: (ask: () => Promise<Profile>) => Promise<boolean>,
): Pick<ProfileSlice, 'deletedFact' | 'deleteFact' | 'undoDeleteFact'> {
  return {
    deletedFact: null,
    deleteFact: async (fact) => {
      if (!(await change(() => bridge.call('profile.delete', { factId: fact.id })))) return;
      set({ deletedFact: fact });
      timers.set(() => {
        if (get().deletedFact === fact) set({ deletedFact: null });
      }, UNDO_MS);
    },
    undoDeleteFact: async () => {
      const fact = get().deletedFact;
      if (fact === null) return;
      set({ deletedFact: null });
      await change(() => bridge.call('profile.restore', { factId: fact.id }));
    },
  };
}
