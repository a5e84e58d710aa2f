import { catalogue } from '../../shared/catalogue/catalogue';
import type { AppErrorShape } from '../../shared/errors';
import { AppError, toErrorShape } from '../../shared/errors';
import type { ForgetView } from '../../shared/model/forget';
import type { SessionId } from '../../shared/model/ids';
import type { Bridge } from '../bridge';

const words = catalogue.history.forget;

/** What was deleted, what of it is erased, and what still holds it. */
export interface ForgetSlice {
  /** Null until read. */
  readonly forgets: readonly ForgetView[] | null;
  readonly forgetError: AppErrorShape | null;
  /** The report whose places are being forgotten. */
  readonly forgetting: string | null;
  /** A report that names places and that was not looked at yet. */
  readonly heldReport: ForgetView | null;
  readonly loadForgets: () => Promise<void>;
  /** Something was erased: reads the reports, and points to one that names places. */
  readonly acceptForgotten: () => Promise<void>;
  readonly undoForget: (forget: ForgetView) => Promise<void>;
  readonly forgetPlaces: (forget: ForgetView, placeIds: readonly string[]) => Promise<void>;
  readonly dismissForget: (forget: ForgetView) => Promise<void>;
  readonly dismissHeld: () => void;
  /** Deletes the messages from one position to another of a chat. */
  readonly deleteRange: (sessionId: SessionId, from: number, to: number) => Promise<void>;
}

/** How the slice reads and writes its part of the window's store. */
interface ForgetAccess {
  readonly get: () => ForgetSlice;
  readonly set: (change: Partial<ForgetSlice>) => void;
}

/** Reads what was deleted, and forgets more. */
export function createForgetSlice(bridge: Bridge, { get, set }: ForgetAccess): ForgetSlice {
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    set({ forgetError: null });
    try {
      await work();
    } catch (error) {
      set({ forgetError: toErrorShape(error) });
    }
  };
  const load = async (): Promise<void> => set({ forgets: await bridge.call('forget.list', {}) });
  return {
    forgets: null,
    forgetError: null,
    forgetting: null,
    heldReport: null,
    loadForgets: () => attempt(load),
    acceptForgotten: async () => {
      const known = new Set(get().forgets?.map(({ id, state }) => `${id} ${state}`));
      await attempt(load);
      const held = get().forgets?.find(
        ({ id, state, places }) => state === 'erased' && places.length > 0 && !known.has(`${id} ${state}`),
      );
      if (held !== undefined) set({ heldReport: held });
    },
    undoForget: ({ sessionId, id: forgetId }) =>
      attempt(async () => {
        if (sessionId === null) return;
        await bridge.call('forget.undo', { sessionId, forgetId });
        await load();
      }),
    forgetPlaces: ({ sessionId, id: forgetId }, placeIds) =>
      attempt(async () => {
        set({ forgetting: forgetId });
        try {
          await bridge.call('forget.places', { sessionId, forgetId, placeIds: [...placeIds] });
          await load();
        } finally {
          set({ forgetting: null });
        }
      }),
    dismissForget: ({ sessionId, id: forgetId }) =>
      attempt(async () => {
        await bridge.call('forget.dismiss', { sessionId, forgetId });
        await load();
      }),
    dismissHeld: () => set({ heldReport: null }),
    deleteRange: (sessionId, from, to) =>
      attempt(async () => {
        await deleteBetween(bridge, sessionId, from, to);
        await load();
      }),
  };
}

/** Deletes by position: the page need not hold the messages. */
async function deleteBetween(bridge: Bridge, sessionId: SessionId, from: number, to: number): Promise<void> {
  const read = async (position: number) => {
    const anchor = { kind: 'after', position: position - 1 } as const;
    const { messages } = await bridge.call('messages.page', { sessionId, anchor, limit: 1 });
    return messages[0];
  };
  const [first, last] = [await read(from), await read(to)];
  if (first === undefined || last === undefined) throw new AppError('not-found', words.noSuchRange);
  await bridge.call('forget.messages', { sessionId, firstId: first.id, lastId: last.id });
}
