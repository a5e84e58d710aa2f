import type { Settings } from '../../shared/settings';
import type { EngineControl } from '../memory/ports/engine';

/** Stores what `change` makes of the settings as they are then, and gives back what was stored. */
export type ChangeSettings = (change: (current: Settings) => Settings) => Promise<Settings>;

/**
 * Makes the one way settings are changed: one change after the other, so that two at the same time do not undo each
 * other. What `change` throws is passed on, and nothing is stored.
 */
export function createChangeSettings(ports: {
  readonly engine: Pick<EngineControl, 'writeSettings'>;
  readonly settings: () => Settings;
  /** Told of every change before the next one begins. */
  readonly onSettings: (settings: Settings) => void;
}): ChangeSettings {
  let last: Promise<unknown> = Promise.resolve();
  return (change) => {
    const run = async (): Promise<Settings> => {
      const stored = await ports.engine.writeSettings({ settings: change(ports.settings()) });
      ports.onSettings(stored);
      return stored;
    };
    const changed = last.then(run, run);
    last = changed;
    return changed;
  };
}
