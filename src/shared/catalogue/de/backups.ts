import type { backups as english } from '../en/backups';
import type { Words } from '../words';

/** Worte der Sicherungen. */
export const backups: Words<typeof english> = {
  title: 'Sicherungen',
  hint: 'Kopien all deiner Daten, von allen Benutzern, im Datenordner: eine am Tag, solange Engram offen ist, und eine vor jeder Aktualisierung. Schlüssel sind in keiner. Was du später vergessen lässt, steht noch in älteren Kopien; der Bericht über das Vergessen nennt sie.',
  keep: 'Tägliche Kopien, die bleiben',
  keepHint: 'Bei 0 entsteht keine von selbst.',
  saveKeep: 'Speichern',
  badKeep: 'Eine ganze Zahl von 0 bis 100.',
  make: 'Jetzt sichern',
  making: 'Wird kopiert…',
  copied: (share: string): string => `${share} kopiert`,
  checking: 'Die Kopie wird geprüft …',
  stop: 'Anhalten',
  none: 'Es gibt noch keine Sicherung.',
  kinds: {
    scheduled: 'Sicherung',
    'before-update': 'Vor einer Aktualisierung',
    'set-aside': 'Beiseitegelegt',
    archive: 'Aus einem Archiv',
  },
  archive: 'Archiv',
  archiveHint:
    'Eine Datei mit allem, von allen Benutzern: für einen anderen Computer oder einen eigenen Datenträger. Sie ist nicht verschlüsselt und enthält keinen Schlüssel.',
  archiveName: (day) => `engram-${day}`,
  saveArchive: 'Archiv speichern…',
  openArchive: 'Aus einem Archiv wiederherstellen…',
  saved: (name, size) => `Gespeichert als ${name}, ${size}.`,
  restore: 'Wiederherstellen…',
  restoreNamed: (when) => `Sicherung vom ${when} wiederherstellen`,
  deleteNamed: (when) => `Sicherung vom ${when} löschen`,
  preview: {
    title: (when) => `Sicherung vom ${when} wiederherstellen?`,
    reading: 'Die Sicherung wird gelesen…',
    hint: 'Engram startet mit dieser Sicherung neu. Was du jetzt hast, wird bei den Sicherungen beiseitegelegt und lässt sich ebenso wiederherstellen.',
    holds: 'Die Sicherung enthält',
    now: 'Du hast jetzt',
    users: 'Benutzer',
    chats: 'Chats',
    messages: 'Nachrichten',
    newest: 'Neueste Nachricht',
    noMessage: 'keine',
    go: 'Wiederherstellen und neu starten',
  },
  errors: {
    nothingKept: 'Von dem, was nicht gemerkt wird, gibt es keine Sicherungen.',
    busy: 'Es wird schon eine Kopie gemacht.',
    noPlace: 'Diesen Ordner gibt es nicht mehr. Wähle einen anderen Ort.',
    insideFolder:
      'Wähle einen Ort außerhalb des Datenordners: Ein Archiv ist für den Fall, dass der weg ist.',
  },
};
