import type { Base } from './base';
import type { Models } from './models';

/** What shapes a session's next context: the budgets, within the model's window as far as it is known. */
export function createSettingsFor(
  settings: Base['settings'],
  models: Models,
  withinWindow: Base['withinWindow'],
): Base['settingsFor'] {
  return ({ strategy }) => {
    const { name: model } = models.chatModel();
    return { budgets: withinWindow(settings.current.budgets, model), strategy, model };
  };
}
