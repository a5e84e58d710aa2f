import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { UserId } from '../../../shared/model/ids';
import { presetLimits, type Preset } from '../../../shared/model/preset';
import type { PresetStore } from '../../memory/ports/preset-store';
import type { EngineParts } from '../engine-parts';

const words = catalogue.main.errors;

function savePreset(parts: EngineParts, input: Parameters<PresetStore['savePreset']>[0]): void {
  const { presets } = parts.tables;
  const { userId, id, name, text } = input;
  const known = presets.list(userId);
  const folded = name.toLocaleLowerCase();
  if (known.some((each) => each.id !== id && each.name.toLocaleLowerCase() === folded)) {
    throw new AppError('conflict', words.presetNameTaken(name));
  }
  if (id !== null) {
    if (!presets.update(userId, { id, name, text })) throw new AppError('not-found', words.presetGone);
    return;
  }
  if (known.length >= presetLimits.count) {
    throw new AppError('conflict', words.tooManyPresets(presetLimits.count));
  }
  presets.insert(userId, { id: parts.newId(), name, text }, parts.clock.now());
}

/** Presets. */
export function createPresetOperations(parts: EngineParts): PresetStore {
  const { presets } = parts.tables;
  const listed = (userId: UserId): Promise<readonly Preset[]> => Promise.resolve(presets.list(userId));
  return {
    listPresets: ({ userId }) => listed(userId),
    savePreset: (input) => {
      parts.database.transaction(savePreset).immediate(parts, input);
      return listed(input.userId);
    },
    deletePreset: ({ userId, id }) => {
      if (!presets.remove(userId, id)) throw new AppError('not-found', words.presetGone);
      return listed(userId);
    },
  };
}
