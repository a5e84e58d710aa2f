import type { UserId } from '../../../shared/model/ids';
import type { PresetStore } from '../../memory/ports/preset-store';
import type { HandlerMap } from '../handler-map';

/** What the calls about presets need. */
export interface PresetHandlerPorts {
  readonly engine: PresetStore;
  readonly userId: () => UserId;
}

/** Answers the calls about presets. */
export function createPresetHandlers({
  engine,
  userId,
}: PresetHandlerPorts): Pick<HandlerMap, 'presets.list' | 'presets.save' | 'presets.delete'> {
  return {
    'presets.list': () => engine.listPresets({ userId: userId() }),
    'presets.save': (input) => engine.savePreset({ userId: userId(), ...input }),
    'presets.delete': (input) => engine.deletePreset({ userId: userId(), ...input }),
  };
}
