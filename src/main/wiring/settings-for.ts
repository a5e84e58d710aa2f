import type { Base } from './base';
import type { Models } from './models';
import type { WiredTools } from './tools';

/** What shapes a session's next context: the budgets, within the model's window as far as it is known. */
export function createSettingsFor(
  settings: Base['settings'],
  models: Models,
  withinWindow: Base['withinWindow'],
  tools: WiredTools,
): Pick<Base, 'settingsFor' | 'sizing'> {
  const sizing: Base['sizing'] = () => {
    const { name: model, kind, takesTools } = models.chatModel();
    const budgets = withinWindow(settings.current.budgets, model);
    const toolTokens = kind === 'offline' || takesTools?.() === false ? 0 : tools.toolTokens(budgets);
    return { budgets, model, toolTokens };
  };
  return {
    sizing,
    settingsFor: ({ strategy }) => ({ ...sizing(), strategy, sendsProfile: settings.current.profile }),
  };
}
