import { catalogue } from '../../shared/catalogue/catalogue';
import { toErrorShape, type AppErrorShape } from '../../shared/errors';
import type { Preset } from '../../shared/model/preset';
import type { Bridge } from '../bridge';
import type { Timers } from './pacer';

/** A deletion can be undone for this long. */
const UNDO_MS = 10_000;

/** Texts kept for use again. */
export interface PresetsSlice {
  /** By name; null until main has said them. */
  readonly presets: readonly Preset[] | null;
  readonly presetsError: AppErrorShape | null;
  /** Just deleted, while it can be brought back. */
  readonly deletedPreset: Preset | null;
  readonly loadPresets: () => Promise<void>;
  /** Each answers whether it was done. */
  readonly savePreset: (preset: { id: string | null; name: string; text: string }) => Promise<boolean>;
  readonly deletePreset: (preset: Preset) => Promise<boolean>;
  readonly undoDeletePreset: () => Promise<void>;
  readonly addExamplePresets: () => Promise<void>;
}

/** How the slice reads and writes its part of the window's store. */
export interface PresetsAccess {
  readonly get: () => PresetsSlice;
  readonly set: (change: Partial<PresetsSlice>) => void;
}

/** Builds the {@link PresetsSlice}. */
export function createPresetsSlice(
  bridge: Bridge,
  timers: Timers,
  { get, set }: PresetsAccess,
): PresetsSlice {
  const attempt = async (call: () => Promise<readonly Preset[]>): Promise<boolean> => {
    set({ presetsError: null });
    try {
      set({ presets: await call() });
      return true;
    } catch (error) {
      set({ presetsError: toErrorShape(error) });
      return false;
    }
  };
  return {
    presets: null,
    presetsError: null,
    deletedPreset: null,
    loadPresets: async () => {
      await attempt(() => bridge.call('presets.list', {}));
    },
    savePreset: (preset) => attempt(() => bridge.call('presets.save', preset)),
    deletePreset: async (preset) => {
      const isDone = await attempt(() => bridge.call('presets.delete', { id: preset.id }));
      if (!isDone) return false;
      set({ deletedPreset: preset });
      timers.set(() => {
        if (get().deletedPreset === preset) set({ deletedPreset: null });
      }, UNDO_MS);
      return true;
    },
    undoDeletePreset: async () => {
      const preset = get().deletedPreset;
      if (preset === null) return;
      const { name, text } = preset;
      if (await get().savePreset({ id: null, name, text })) set({ deletedPreset: null });
    },
    addExamplePresets: async () => {
      for (const { name, text } of catalogue.presets.examples) {
        if (!(await get().savePreset({ id: null, name, text }))) return;
      }
    },
  };
}
