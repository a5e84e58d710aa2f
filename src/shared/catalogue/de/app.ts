import type { app as english } from '../en/app';
import type { Words } from '../words';

/** Worte des Fensters als Ganzes: Rahmen, Hinweise, Tasten. */
export const app: Words<typeof english> = {
  log: {
    title: 'Protokoll',
    hint: 'Was Engram getan hat und was misslang, für alle, die dir helfen. Es enthält keine Nachricht und keinen Schlüssel und wird nirgendwohin gesendet.',
    preview: 'Ansehen oder speichern…',
    dialogTitle: 'Das Protokoll',
    dialogHint: (lines, isCut) =>
      `${lines} Zeilen${isCut ? ', die neuesten' : ''}. Genau das würde gespeichert; der Name deines Benutzerordners ist weggelassen.`,
    empty: 'Das Protokoll ist leer.',
    save: 'Als Datei speichern…',
    saved: (name) => `Gespeichert als ${name}.`,
    fileName: (day) => `engram-protokoll-${day}`,
  },
  name: 'Engram',
  starting: 'Deine Chats werden geöffnet',
  startFailed: 'Engram konnte deine Daten nicht öffnen',
  drawFailed: {
    text: (reason) =>
      `Etwas in diesem Fenster ließ sich nicht darstellen. Was gespeichert ist, bleibt davon unberührt. (${reason})`,
    reload: 'Fenster neu laden',
  },
  tryAgain: 'Noch einmal',
  close: 'Schließen',
  cancel: 'Abbrechen',
  undo: 'Rückgängig',
  /** Behind the progress of something long. */
  left: (seconds) =>
    seconds < 90 ? `noch etwa ${String(seconds)} s` : `noch etwa ${String(Math.round(seconds / 60))} min`,
  retry: 'Noch einmal',
  dismiss: 'Ausblenden',
  offline: 'Offline, nichts geht hinaus',
  local: 'Lokal, nichts geht hinaus',
  sendsTo: (hosts) => `Sendet an ${hosts}`,
  connected: (model) => `Antworten kommen von ${model}`,
  settings: 'Einstellungen',
  notice: 'Hinweis',
  you: 'Du',
  assistant: 'Engram',
  author: (role) => {
    const names = { system: 'System', user: 'Du', assistant: 'Engram', tool: 'Werkzeug' };
    return names[role];
  },
  shortcuts: {
    search: 'Suche und Befehle',
    newChat: 'Neuer Chat',
    newWindow: 'Diesen Chat in einem eigenen Fenster öffnen',
    settings: 'Einstellungen',
    shortcutList: 'Tastenkürzel',
    findInChat: 'In diesem Chat suchen',
    findInAll: 'Alle Chats durchsuchen',
    toggleSidebar: 'Chatliste zeigen oder verbergen',
    chatByNumber: 'Den ersten bis neunten Chat der Liste öffnen',
    nextChat: 'Nächster Chat',
    previousChat: 'Voriger Chat',
    stop: 'Antwort anhalten',
    focusComposer: 'Zum Nachrichtenfeld',
    summon: 'Engram nach vorn holen, aus jedem Programm',
  },
  keys: {
    command: '⌘',
    option: '⌥',
    control: 'Strg',
    alt: 'Alt',
    shift: 'Umschalt',
    escape: 'Esc',
    tab: 'Tab',
    digit: '1–9',
  },
};
