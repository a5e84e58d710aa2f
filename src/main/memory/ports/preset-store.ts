import type { UserId } from '../../../shared/model/ids';
import type { Preset } from '../../../shared/model/preset';

/** Texts that a user keeps for use again. */
export interface PresetStore {
  /** By name. */
  listPresets(input: { readonly userId: UserId }): Promise<readonly Preset[]>;
  /**
   * Adds a preset (`id` null) or changes one; all of them afterwards. Errors: `not-found`; `conflict` where another has
   * the name, or there are too many.
   */
  savePreset(input: {
    readonly userId: UserId;
    readonly id: string | null;
    readonly name: string;
    readonly text: string;
  }): Promise<readonly Preset[]>;
  /** Errors: `not-found`. */
  deletePreset(input: { readonly userId: UserId; readonly id: string }): Promise<readonly Preset[]>;
}
