import { toErrorShape, type AppErrorShape } from '../../shared/errors';
import type { BackupPreview, BackupView, CopyProgress, WrittenArchive } from '../../shared/model/backup';
import type { Bridge } from '../bridge';

/** The copies of all data, as the settings show them. */
export interface BackupsSlice {
  /** Null until they are read. */
  readonly backups: readonly BackupView[] | null;
  readonly backupsError: AppErrorShape | null;
  /** Whether this window waits for a copy. */
  readonly isBackingUp: boolean;
  /** How far a copy is that is being made, also by itself; null while none is. */
  readonly copying: CopyProgress | null;
  readonly loadCopying: () => Promise<void>;
  readonly stopCopying: () => Promise<void>;
  /** The backup that is to be restored: its name while it is read, then what it holds; null while none is. */
  readonly restoring: { readonly name: string; readonly preview: BackupPreview | null } | null;
  readonly loadBackups: () => Promise<void>;
  readonly makeBackup: () => Promise<void>;
  readonly deleteBackup: (name: string) => Promise<void>;
  readonly previewBackup: (name: string) => Promise<void>;
  /** The archive that was written last; null until one is. */
  readonly archive: WrittenArchive | null;
  readonly saveArchive: () => Promise<void>;
  /** Brings an archive in, and shows what it holds. */
  readonly openArchive: () => Promise<void>;
  readonly leaveRestore: () => void;
  readonly restoreBackup: () => Promise<void>;
}

interface Access {
  readonly get: () => BackupsSlice;
  readonly set: (change: Partial<BackupsSlice>) => void;
}

type Copying = Pick<BackupsSlice, 'copying' | 'loadCopying' | 'stopCopying'>;

function createCopying(bridge: Bridge, { get, set }: Access): Copying {
  return {
    copying: null,
    loadCopying: async () => {
      const before = get().copying;
      const copying = await bridge.call('backups.progress', {}).catch(() => null);
      set({ copying });
      // One that was made by itself is listed once it is there.
      if (before !== null && copying === null) await get().loadBackups();
    },
    stopCopying: async () => {
      await bridge.call('backups.cancel', {}).catch(() => null);
    },
  };
}

/** Builds the {@link BackupsSlice}. */
export function createBackupsSlice(bridge: Bridge, { get, set }: Access): BackupsSlice {
  const attempt = async (work: () => Promise<Partial<BackupsSlice>>): Promise<void> => {
    set({ backupsError: null });
    try {
      set(await work());
    } catch (error) {
      const shape = toErrorShape(error);
      set({ backupsError: shape.kind === 'cancelled' ? null : shape, restoring: null });
    }
  };
  return {
    backups: null,
    backupsError: null,
    isBackingUp: false,
    ...createCopying(bridge, { get, set }),
    restoring: null,
    loadBackups: () => attempt(async () => ({ backups: await bridge.call('backups.list', {}) })),
    makeBackup: async () => {
      if (get().isBackingUp) return;
      set({ isBackingUp: true });
      await attempt(async () => ({ backups: await bridge.call('backups.make', {}) }));
      set({ isBackingUp: false });
    },
    deleteBackup: (name) => attempt(async () => ({ backups: await bridge.call('backups.delete', { name }) })),
    previewBackup: async (name) => {
      set({ restoring: { name, preview: null } });
      await attempt(async () => {
        const preview = await bridge.call('backups.preview', { name });
        // Another may have been chosen, or none any more.
        return get().restoring?.name === name ? { restoring: { name, preview } } : {};
      });
    },
    archive: null,
    saveArchive: async () => {
      if (get().isBackingUp) return;
      set({ isBackingUp: true, archive: null });
      await attempt(async () => ({ archive: await bridge.call('backups.saveArchive', {}) }));
      set({ isBackingUp: false });
    },
    openArchive: async () => {
      await attempt(async () => {
        const brought = await bridge.call('backups.openArchive', {});
        if (brought === null) return {};
        set({ backups: await bridge.call('backups.list', {}) });
        await get().previewBackup(brought.name);
        return {};
      });
    },
    leaveRestore: () => set({ restoring: null }),
    restoreBackup: async () => {
      const name = get().restoring?.name;
      if (name === undefined) return;
      await attempt(async () => {
        await bridge.call('backups.restore', { name });
        return {};
      });
    },
  };
}
