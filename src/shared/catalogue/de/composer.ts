import type { composer as english } from '../en/composer';
import type { Words } from '../words';

/** Worte des Ortes, an dem die nächste Nachricht entsteht. */
export const composer: Words<typeof english> = {
  remember: 'Diesen Chat merken',
  rememberHint:
    'Ausgeschaltet bleibt er nur im Arbeitsspeicher: keine Zusammenfassungen, weg, sobald Engram schließt.',
  rememberFailed: 'Der Chat bleibt, wie er ist.',
  temporary: 'Flüchtig: wird nicht behalten',
  suggestions: 'Fragen, die sich in diesem Chat lohnen',
  ask: (question) => `Fragen: ${question}`,
};
