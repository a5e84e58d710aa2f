import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { UpdateView } from '../../../shared/model/update';
import type { Settings } from '../../../shared/settings';
import type { ChangeSettings } from '../change-settings';
import type { Dialogs } from '../dialogs';
import type { HandlerMap } from '../handler-map';

/** What the calls about newer versions need. */
export interface UpdateHandlerPorts {
  readonly dialogs: Dialogs;
  readonly settings: () => Settings;
  readonly changeSettings: ChangeSettings;
  /** Looks into a channel file; null is none. */
  readonly look: (file: string | null) => Promise<UpdateView>;
  /** The folder of what a channel file offers, once that was found whole. */
  readonly folderOf: (file: string, signal: AbortSignal) => Promise<string>;
}

/** Answers the calls about newer versions. */
export function createUpdateHandlers(
  ports: UpdateHandlerPorts,
): Pick<HandlerMap, 'updates.look' | 'updates.choose' | 'updates.stop' | 'updates.show'> {
  const { dialogs, settings, changeSettings, look } = ports;
  const follow = async (updateFile: string | null): Promise<UpdateView> => {
    const changed = await changeSettings((current) => ({ ...current, updateFile }));
    return look(changed.updateFile);
  };
  return {
    'updates.look': () => look(settings().updateFile),
    'updates.choose': async () => {
      const chosen = await dialogs.chooseChannelFile();
      if (chosen === null) return null;
      const path = dialogs.pathOf(chosen.file);
      // What is no channel file is refused before it takes the place of one.
      if ((await look(path)).state === 'unreadable') {
        throw new AppError('bad-input', catalogue.updates.errors.noChannel);
      }
      return follow(path);
    },
    'updates.stop': () => follow(null),
    'updates.show': async (_input, { signal }) => {
      const { updateFile } = settings();
      if (updateFile === null) throw new AppError('not-found', catalogue.updates.errors.unreadable);
      await dialogs.openFolder(await ports.folderOf(updateFile, signal));
      return null;
    },
  };
}
