import type { CallName } from '../../shared/contract/calls';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Events } from '../../shared/contract/events';
import { toErrorShape, type AppErrorShape } from '../../shared/errors';
import type { UpdateView } from '../../shared/model/update';
import type { Bridge } from '../bridge';

/** Newer versions, as the settings show them. */
export interface UpdatesSlice {
  /** Null until it was asked for. */
  readonly update: UpdateView | null;
  readonly updateError: AppErrorShape | null;
  /** Whether the offered package was found whole and its folder is open. */
  readonly isUpdateShown: boolean;
  readonly lookForUpdate: () => Promise<void>;
  /** Looks, and says where a newer version is there: at the start, where a file is looked at. */
  readonly tellOfUpdate: () => Promise<void>;
  readonly chooseUpdateFile: () => Promise<void>;
  readonly stopUpdates: () => Promise<void>;
  readonly showUpdate: () => Promise<void>;
}

/** Builds the {@link UpdatesSlice}. */
export function createUpdatesSlice(
  bridge: Bridge,
  {
    get,
    set,
  }: {
    readonly get: () => UpdatesSlice & { readonly acceptNotice: (notice: Events['notice']) => void };
    readonly set: (change: Partial<UpdatesSlice>) => void;
  },
): UpdatesSlice {
  const attempt = async (work: () => Promise<Partial<UpdatesSlice>>): Promise<void> => {
    set({ updateError: null, isUpdateShown: false });
    try {
      set(await work());
    } catch (error) {
      set({ updateError: toErrorShape(error) });
    }
  };
  const ask = (name: CallName & ('updates.look' | 'updates.choose' | 'updates.stop')) => () =>
    attempt(async () => {
      const update = await bridge.call(name, {});
      return update === null ? {} : { update };
    });
  return {
    update: null,
    updateError: null,
    isUpdateShown: false,
    lookForUpdate: ask('updates.look'),
    tellOfUpdate: async () => {
      await get().lookForUpdate();
      const { update, acceptNotice } = get();
      if (update?.state !== 'newer' || update.offered === null) return;
      acceptNotice({ text: catalogue.updates.notice(update.offered.version), severity: 'info' });
    },
    chooseUpdateFile: ask('updates.choose'),
    stopUpdates: ask('updates.stop'),
    showUpdate: () =>
      attempt(async () => {
        await bridge.call('updates.show', {});
        return { isUpdateShown: true };
      }),
  };
}
