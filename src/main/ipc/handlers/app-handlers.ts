import type { StartInfo } from '../../../shared/contract/calls';
import { settingsSchema, type Settings } from '../../../shared/settings';
import type { EngineControl } from '../../memory/ports/engine';
import type { Dialogs } from '../dialogs';
import type { HandlerMap } from '../handler-map';

/** What the calls about the program itself need. */
export interface AppHandlerPorts {
  readonly engine: EngineControl;
  readonly dialogs: Dialogs;
  readonly settings: () => Settings;
  readonly onSettings: (settings: Settings) => void;
  readonly info: Omit<StartInfo, 'settings' | 'model'>;
  readonly modelLabel: () => StartInfo['model'];
}

/** Answers the calls about the program itself. */
export function createAppHandlers(
  ports: AppHandlerPorts,
): Pick<HandlerMap, 'app.start' | 'settings.set' | 'app.openDataFolder' | 'app.openExternal'> {
  const { engine, dialogs } = ports;
  return {
    'app.start': () =>
      Promise.resolve({ ...ports.info, settings: ports.settings(), model: ports.modelLabel() }),
    'settings.set': async (changes) => {
      const settings = settingsSchema.parse({ ...ports.settings(), ...changes });
      const stored = await engine.writeSettings({ settings });
      ports.onSettings(stored);
      return stored;
    },
    'app.openDataFolder': async () => {
      await dialogs.openFolder(ports.info.dataFolder);
      return null;
    },
    'app.openExternal': async ({ url }) => ({ opened: await dialogs.openExternal(url) }),
  };
}
