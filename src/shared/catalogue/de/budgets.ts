import { numberRange } from '../number-range';
import { messageRange } from './message-range';
import type { budgets as english } from '../en/budgets';
import type { Words } from '../words';

/** Worte der Einstellungen zum Gedächtnis: Strategien, Budgets und was eine Änderung bedeutet. */
export const budgets: Words<typeof english> = {
  strategies: 'Wie das Gedächtnis arbeitet',
  strategiesHint: 'Womit neue Chats beginnen.',
  strategy: {
    hybrid: [
      'Gemischt',
      'Zusammenfassung, Erinnern und neueste Nachrichten. Für die meisten Chats, vor allem lange.',
    ],
    summary: ['Zusammenfassung und Neuestes', 'Kein Erinnern. Wenn alte Einzelheiten kaum je wiederkehren.'],
    retrieval: ['Erinnern und Neuestes', 'Keine Zusammenfassung. Um in alten Nachrichten nachzuschlagen.'],
    buffer: ['Nur Neuestes', 'Die letzten Nachrichten, nach Anzahl. Für kurze, einzelne Fragen.'],
    'sliding-window': ['Nur letzte Tokens', 'So viele neue Nachrichten, wie passen. Für kurzlebige Chats.'],
  },
  thisChat: (title) => `„${title}“ verwendet`,
  budgets: 'Budgets',
  budgetsHint: 'Tokens eines Kontexts.',
  field: {
    maxContextTokens: 'Fenster',
    systemTokens: 'Systemprompt',
    profileTokens: 'Profil',
    summaryTokens: 'Kurzfassung',
    pinnedTokens: 'Angeheftet',
    recalledTokens: 'Erinnert',
    replyReserveTokens: 'Antwort',
    bufferMessageLimit: 'Neueste, höchstens',
    retrievalTopK: 'Erinnerte, höchstens',
    summaryTrigger: 'Auslöser in %',
  },
  left: 'Frage und neueste Nachrichten',
  bar: 'Wie das Fenster aufgeteilt würde',
  outOfRange: (name, least, most) => `${name} muss zwischen ${least} und ${most} liegen.`,
  overWindow: (sum, excess) =>
    `Die Teile und eine Frage ergeben ${sum}, ${excess} mehr als das Fenster. Gespeichert wird erst, wenn es passt.`,
  unusualTrigger:
    'Üblich sind 30–50 %: Früher geht Genaues unnötig verloren, später bleibt kein Platz zum Erinnern.',
  fix: (name, value) => `${name} auf ${value} setzen`,
  unsaved: (count) =>
    count === 1 ? '1 nicht gespeicherte Änderung' : `${String(count)} nicht gespeicherte Änderungen`,
  undo: 'Rückgängig',
  save: 'Speichern',
  standard: 'Zurück zum Üblichen',
  preview: 'Was sich ändern würde',
  previewNone: 'Öffne einen Chat, um hier zu sehen, was eine Änderung für ihn bedeutet.',
  previewUnfit: 'Das wird berechnet, sobald die Zahlen passen.',
  previewFailed: 'Das ließ sich nicht berechnen.',
  sent: (from, to) =>
    `${messageRange(from, to)} ${from === to ? 'wird gesendet, wie sie ist' : 'werden gesendet, wie sie sind'}`,
  sentNone: 'keine Nachricht wird gesendet, wie sie ist',
  now: (from, to) => ` (jetzt ${numberRange(from, to)})`,
  covered: (to) => `die Zusammenfassung steht für 1–${String(to)}`,
  waiting: (count) =>
    count === 1
      ? '1 Nachricht wartet auf eine Zusammenfassung'
      : `${String(count)} Nachrichten warten auf eine Zusammenfassung`,
  leftOut: (count) => (count === 1 ? '1 Nachricht bleibt weg' : `${String(count)} Nachrichten bleiben weg`),
  used: (used, whole) => `${used} von ${whole} Tokens vor der nächsten Frage`,
  recalled: (quotes, tokens) =>
    `, und bis zu ${String(quotes)} ${quotes === 1 ? 'erinnertes Zitat' : 'erinnerte Zitate'} (höchstens ${tokens} Tokens) für eine Frage`,
  inChat: (title, what) => `In „${title}“: ${what}.`,
};
