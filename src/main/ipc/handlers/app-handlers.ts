import { checkBudgets } from '../../../shared/budget-check';
import { catalogue } from '../../../shared/catalogue/catalogue';
import type { StartInfo } from '../../../shared/contract/calls/app-calls';
import { AppError } from '../../../shared/errors';
import type { UserId } from '../../../shared/model/ids';
import type { ProviderView } from '../../../shared/model/provider';
import type { User } from '../../../shared/model/user';
import { settingsSchema, type Settings } from '../../../shared/settings';
import type { ChangeSettings } from '../change-settings';
import type { Dialogs } from '../dialogs';
import type { HandlerMap } from '../handler-map';

/** What the calls about the program itself need. */
export interface AppHandlerPorts {
  readonly dialogs: Dialogs;
  readonly settings: () => Settings;
  readonly changeSettings: ChangeSettings;
  readonly info: Omit<StartInfo, 'settings' | 'providers' | 'user'>;
  readonly userId: () => UserId;
  /** Who sits at the screen. */
  readonly user: () => User;
  readonly providers: () => Promise<readonly ProviderView[]>;
  /** Ends the program in order and starts it again. */
  readonly restart: () => void;
}

/** Answers the calls about the program itself. */
export function createAppHandlers(
  ports: AppHandlerPorts,
): Pick<
  HandlerMap,
  | 'app.start'
  | 'app.interactive'
  | 'app.restart'
  | 'settings.set'
  | 'settings.serveMemory'
  | 'app.openDataFolder'
  | 'app.openExternal'
> {
  const { dialogs } = ports;
  return {
    'app.start': async () => ({
      ...ports.info,
      user: ports.user(),
      settings: ports.settings(),
      providers: await ports.providers(),
    }),
    // The start notes when it was called.
    'app.interactive': () => Promise.resolve(null),
    'app.restart': () => {
      ports.restart();
      return Promise.resolve(null);
    },
    'settings.set': (changes) => {
      refuseUnfit(changes.budgets);
      return ports.changeSettings((current) => settingsSchema.parse({ ...current, ...changes }));
    },
    'settings.serveMemory': ({ isOn }) =>
      ports.changeSettings((current) => ({
        ...current,
        memoryServerUserId: isOn ? ports.userId() : null,
      })),
    'app.openDataFolder': async () => {
      await dialogs.openFolder(ports.info.dataFolder);
      return null;
    },
    'app.openExternal': async ({ url }) => ({ opened: await dialogs.openExternal(url) }),
  };
}

/** A budget whose parts leave no room for a question is not stored, whatever the page thinks of it. */
function refuseUnfit(budgets: Settings['budgets'] | undefined): void {
  const isUnfit = budgets !== undefined && checkBudgets(budgets).some(({ severity }) => severity === 'error');
  if (isUnfit) throw new AppError('bad-input', catalogue.main.errors.unfitBudget);
}
