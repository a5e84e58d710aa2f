import type { SelectionSlice, SessionsAccess } from './sessions-state';

/** Choosing several chats of the list; temporary ones are never among them. */
export function createSelectionSlice({ get, set }: SessionsAccess): SelectionSlice {
  return {
    selection: [],
    toggleChosen: (sessionId) => {
      const { selection, sessions } = get();
      if (sessions.find(({ id }) => id === sessionId)?.temporary === true) return;
      const others = selection.filter((each) => each !== sessionId);
      set({ selection: others.length < selection.length ? others : [...selection, sessionId] });
    },
    chooseTo: (sessionId) => {
      const { selection, sessions, selectedId } = get();
      const placeOf = (id: string | null | undefined): number => sessions.findIndex((each) => each.id === id);
      const to = placeOf(sessionId);
      const from = placeOf(selection.at(-1) ?? selectedId);
      const range = sessions.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1);
      const ids = range.filter(({ temporary }) => !temporary).map(({ id }) => id);
      set({ selection: [...new Set([...selection, ...ids])] });
    },
    clearSelection: () => set({ selection: [] }),
  };
}
