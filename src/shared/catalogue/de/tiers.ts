import type { tiers as english } from '../en/tiers';
import type { Words } from '../words';

/** Worte der Stufen. */
export const tiers: Words<typeof english> = {
  title: 'Stufen',
  hint: 'Tokens. Eine Stufe füllt die Budgets aus und womit neue Chats beginnen; danach lässt sich alles ändern.',
  name: { free: 'Klein', standard: 'Standard', pro: 'Groß', own: 'Eigene' },
  withWindow: (name, tokens) => `${name} ${String(Math.round(tokens / 100) / 10).replace('.', ',')}k`,
  pillHint: 'Stufe: wie viele Tokens ein Kontext hat. Einstellungen öffnen',
  strategyHint: 'Wie das Gedächtnis dieses Chats arbeitet. Einstellungen öffnen',
  columns: {
    tier: 'Stufe',
    window: 'Fenster',
    memory: 'Gedächtnis',
    summary: 'Kurzfassung',
    recalled: 'Erinnert',
    reply: 'Antwort',
    goodFor: 'Gut für',
  },
  goodFor: {
    free: 'Kleine oder teure Modelle und kurze Chats: nur die neuesten Nachrichten gehen mit.',
    standard: 'Die meisten Chats: Zusammenfassung, Erinnern und neueste Nachrichten.',
    pro: 'Lange Arbeit über mehrere Chats: erinnert wird aus allen.',
  },
  thisChat: (what) => `Dieser Chat: ${what}.`,
  none: '–',
  own: 'Eigene: eine Stufe, die du bearbeitet hast.',
  switchChat: (title, strategy, scope) => `Auch „${title}“ umstellen: ${strategy}, ${scope}`,
  scope: { session: 'erinnern in diesem Chat', user: 'erinnern in allen Chats' },
  chatKeeps: (title, strategy) => `„${title}“ behält die eigene Wahl: ${strategy}.`,
};
