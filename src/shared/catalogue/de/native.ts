import type { native as english } from '../en/native';
import type { Words } from '../words';

/** Was das Programm in Dialogen des Systems und über das Fenster sagt. */
export const native: Words<typeof english> = {
  openExternal: {
    question: (host) => `${host} im Browser öffnen?`,
    open: 'Öffnen',
    cancel: 'Abbrechen',
    onlyHttps: 'Nur https-Adressen lassen sich öffnen.',
    failed: 'Der Browser ging nicht auf. Kopiere die Adresse und öffne sie selbst.',
  },
  chooseImport: {
    title: 'Datei mit Gesprächen wählen',
    button: 'Wählen',
    filter: 'Gespräche (JSON, JSONL, ZIP, Markdown)',
  },
  chooseArchive: {
    title: 'Archiv von Engram wählen',
    button: 'Wählen',
    filter: 'Archive von Engram',
  },
  answered: {
    done: 'Eine Antwort ist fertig',
    failed: 'Eine Antwort wurde nicht fertig',
    asking: 'Ein Werkzeug wartet auf deine Erlaubnis',
  },
  keysRefused: (keys) =>
    `Die Tasten ${keys} gehören einem anderen Programm oder dem System. Wähle andere für „Engram nach vorn holen“ unter Einstellungen, Tastenkürzel.`,
  openFolderFailed: (path) => `Die Dateiverwaltung ging nicht auf. Der Ordner ist ${path}`,
  tooManyWindows: 'Zehn Fenster sind schon offen. Schließen Sie erst eines davon.',
  pageRecovered: 'Das Fenster blieb stehen und wurde neu geladen. Deine Nachrichten sind sicher.',
  pageLost: {
    title: 'Engrams Fenster bleibt immer wieder stehen',
    text: 'Deine Nachrichten sind sicher. Starte Engram neu; geschieht es wieder, steht mehr im Protokoll.',
  },
  startFailed: {
    title: 'Engram konnte nicht starten',
    unexpected: (detail) => `Etwas Unerwartetes ist geschehen.\n${detail}`,
    place: (dataFolder, logFile) => `Deine Daten liegen in ${dataFolder}\nDas Protokoll ist ${logFile}`,
    noFolder: (path) =>
      `Der Datenordner ${path} lässt sich nicht benutzen. Prüfe, ob du dort schreiben darfst, oder wähle mit ENGRAM_DATA_FOLDER einen anderen.`,
    noPage:
      'Die Dateien des Programms sind unvollständig. Installiere Engram neu, oder führe "npm run build" aus, wenn du es aus dem Quelltext startest.',
  },
};
