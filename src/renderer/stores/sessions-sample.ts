import { toErrorShape } from '../../shared/errors';
import type { Bridge } from '../bridge';
import type { SampleSlice } from './sessions-first-run-state';
import type { SessionsAccess } from './sessions-state';

/** The sample chat: opening it, and the questions that show what memory does. */
export function createSampleSlice(bridge: Bridge, { get, set }: SessionsAccess): SampleSlice {
  let isAsking = false;

  const ask = async () => {
    const { session, questions } = await bridge.call('sessions.openSample', {});
    set({ suggestions: { ...get().suggestions, [session.id]: questions } });
    return session;
  };

  return {
    sampleSetup: { kind: 'closed', error: null },
    suggestions: {},
    openSample: async () => {
      if (get().sampleSetup.kind === 'opening') return null;
      set({ sampleSetup: { kind: 'opening' } });
      try {
        const session = await ask();
        get().accept(session);
        set({ sampleSetup: { kind: 'closed', error: null } });
        return session;
      } catch (error) {
        set({ sampleSetup: { kind: 'closed', error: toErrorShape(error) } });
        return null;
      }
    },
    loadSuggestions: async (sessionId) => {
      if (isAsking || get().suggestions[sessionId] !== undefined) return;
      isAsking = true;
      try {
        await ask();
      } catch {
        // The chat is as good without them; they are asked for again when it is opened the next time.
      } finally {
        isAsking = false;
      }
    },
  };
}
