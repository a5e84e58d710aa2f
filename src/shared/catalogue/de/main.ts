import type { main as english } from '../en/main';
import type { Words } from '../words';

/** Worte, die das Programm selbst sagt: Dialoge, Hinweise, Fehler und die Antwort ohne Modell. */
export const main: Words<typeof english> = {
  defaultUserName: 'Du',
  users: {
    gone: 'Diese Person gibt es nicht mehr. Wähle eine andere in der Liste.',
    nameTaken: (name) => `${name} gibt es schon. Wähle einen anderen Namen.`,
  },
  defaultSessionTitle: 'Neuer Chat',
  copyOf: (title) => `${title}, Kopie`,
  offlineModel: 'Offline, Zitate aus dem Gedächtnis',
  emptySegment: 'Nichts wurde gesagt, das zu behalten wäre.',
  offline: {
    found: (count) =>
      count === 1
        ? 'Kein Modell ist verbunden, darum hier die Nachricht, die dein Gedächtnis fand:'
        : `Kein Modell ist verbunden, darum hier die ${String(count)} Nachrichten, die dein Gedächtnis fand:`,
    nothingFound:
      'Kein Modell ist verbunden, und in deinem Gedächtnis steht nichts, das hierzu passt. Verbinde in den Einstellungen ein Modell, um eine eigene Antwort zu bekommen.',
    quoted: (author, date) => `${author}, ${date}`,
  },
  importing: {
    tooLarge:
      'Diese Datei ist ein einziger Wert von mehr als 200 MB, der sich nicht lesen lässt. Exportiere Chat für Chat, oder als Liste von Chats.',
    brokenArchive: 'Dieses Archiv ist beschädigt oder unvollständig. Lade es noch einmal herunter.',
    archiveTooLarge: 'Dieses Archiv würde weit mehr ergeben, als Chats brauchen. Es wurde nicht geöffnet.',
    cancelled: 'Der Import wurde angehalten. Was schon importiert ist, bleibt.',
    empty: 'In dieser Datei ist kein Gespräch.',
    newerExport:
      'Diese Datei wurde von einer späteren Version von Engram exportiert. Installiere jene Version und importiere sie dort.',
    notJson: 'Diese Datei ist kein JSON. Wähle eine Datei mit Gesprächen, die auf .json endet.',
    wrongShape: (place) =>
      `Diese Datei hat nicht die erwartete Form${place === '' ? '' : ` bei ${place}`}. Wähle eine Datei mit datierten Sitzungen zweier Sprecher.`,
    unreadable: (reason) => `Diese Datei lässt sich nicht lesen. ${reason}`.trim(),
    busy: 'Ein anderer Import läuft noch. Warte auf sein Ende, oder halte ihn an.',
    fileChanged:
      'Die Datei wurde verschoben oder geändert, seit ihr Import begann. Was importiert ist, bleibt; importiere die Datei noch einmal für den Rest.',
    untitled: 'Importierter Chat',
    exported: (from, count) => (count === 1 ? `1 Chat aus ${from}` : `${String(count)} Chats aus ${from}`),
    conversationGone: 'Dieses Gespräch ist nicht in der gewählten Datei. Wähle die Datei noch einmal.',
    sessionTitle: (a, b, at) =>
      `${new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'short', year: 'numeric' }).format(at)}, ${a} und ${b}`,
  },
  turn: {
    embeddingTooSlow: (ms) =>
      `Die Frage ließ sich nicht innerhalb von ${String(ms)} ms einbetten, darum wurde nur nach Wörtern gesucht.`,
    embeddingFailed: (why) =>
      `Die Frage ließ sich nicht einbetten, darum wurde nur nach Wörtern gesucht. ${why}`.trim(),
    recallFailed:
      'Das Erinnern misslang, darum gingen nur die Zusammenfassung und die neuesten Nachrichten mit. Näheres steht im Protokoll.',
    notEmbedded: 'Ältere Nachrichten werden noch eingebettet; sie wurden nach Wörtern durchsucht.',
    unknownScript: 'Die eingebaute Einbettung kennt nur lateinische Schrift; es wurde nach Wörtern gesucht.',
    interrupted: 'Engram wurde geschlossen, während dies geschrieben wurde.',
  },
  database: {
    damaged:
      'Die Datenbank ist stellenweise beschädigt. Deine Chats sind noch lesbar; schließe Engram und starte es neu, damit sie gerettet werden.',
    indexRebuilt: 'Das Suchverzeichnis war beschädigt und wurde neu gebaut. Keine Nachricht ging verloren.',
  },
  errors: {
    badVector:
      'Das Einbettungsmodell antwortete mit etwas, das kein Vektor ist. Wähle ein anderes Modell oder versuche es noch einmal.',
    emptySummary: 'Der Zusammenfasser antwortete nichts. Die frühere Zusammenfassung gilt weiter.',
    onlyReads: 'Hier wird nur gelesen. Was etwas ändert, geht durch Engram selbst.',
    sessionNotFound: 'Diesen Chat gibt es nicht mehr. Wähle einen anderen in der Liste.',
    fileTooLong: (name, limit) =>
      `„${name}“ ist zu lang: höchstens ${limit} Zeichen lassen sich anhängen. Hänge den Teil an, den du brauchst.`,
    fileNotText: (name) => `„${name}“ ist leer oder keine Textdatei. Nur Text lässt sich anhängen.`,
    tooManyFiles: (limit) =>
      `Höchstens ${String(limit)} Dateien gehen mit einer Nachricht. Sende diese zuerst.`,
    presetNameTaken: (name) => `Eine Vorlage „${name}“ gibt es schon. Wähle einen anderen Namen.`,
    presetGone: 'Diese Vorlage gibt es nicht mehr.',
    tooManyPresets: (limit) => `Es gibt schon ${String(limit)} Vorlagen. Lösche zuerst eine.`,
    turnGone: 'Von dieser Runde ist nichts mehr bekannt.',
    caseGone: 'Diesen Fall gibt es nicht mehr.',
    noQuestion: 'Vor dieser Antwort steht keine Frage.',
    caseWords: (longest) => `Sag in wenigen Worten, was fehlte, höchstens ${String(longest)} Zeichen.`,
    messageNotFound: 'Diese Nachricht gibt es nicht mehr.',
    replyFinished: 'Diese Antwort ist schon fertig.',
    notRetryable:
      'Nur die letzte Antwort eines Chats lässt sich noch einmal versuchen, wenn sie misslang oder angehalten wurde.',
    notEditable: 'Nur eigene Nachrichten in der gezeigten Fassung des Chats lassen sich bearbeiten.',
    notAnswered: 'Nur eine Antwort in der gezeigten Fassung des Chats lässt sich neu geben.',
    askedExcluded: 'Die Frage ist nicht im Gedächtnis. Lass sie zuerst wieder hinein.',
    tooLateToUndo: 'Dies ist schon getilgt und lässt sich nicht zurückholen.',
    reportGone: 'Dieser Bericht wird nicht mehr aufbewahrt.',
    noVersion: 'Es gibt keine andere Fassung dieser Nachricht.',
    pinExcluded: 'Diese Nachricht ist nicht im Gedächtnis. Lass sie wieder hinein, bevor du sie anheftest.',
    chatHasMessages:
      'Dieser Chat hat schon Nachrichten. Beginne einen neuen, um zu wählen, ob er gemerkt wird.',
    sampleNotAdded: 'Der Beispielchat ließ sich nicht hinzufügen. Bitte versuche es noch einmal.',
    providerGone: 'Dieser Anbieter steht nicht mehr in den Einstellungen. Wähle dort ein anderes Modell.',
    unfitBudget:
      'Die Teile dieses Budgets lassen keinen Platz für eine Frage. Senke einen davon oder vergrößere das Fenster.',
    turnRunning: 'Dieser Chat antwortet noch. Halte die Antwort an oder warte auf sie.',
    badInput: (detail) => `Das Programm hat etwas gesendet, das es nicht sollte: ${detail}`,
    foreignSender: 'Dieses Fenster darf das nicht fragen.',
    unknownCall: (name) => `Unbekannter Aufruf: ${name}`,
    fileGone: 'Wähle die Datei noch einmal: Sie ist nicht mehr offen.',
    engineLost: 'Das Gedächtnis ist stehen geblieben und wurde neu gestartet. Bitte versuche es noch einmal.',
  },
};
