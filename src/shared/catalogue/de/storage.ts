import type { storage as english } from '../en/storage';
import type { Words } from '../words';

const messages = (count: number): string => (count === 1 ? '1 Nachricht' : `${String(count)} Nachrichten`);
const chats = (count: number): string => (count === 1 ? '1 Chat' : `${String(count)} Chats`);

/** Was der Speicher sagt, wenn er eine Datenbank öffnet, nicht schreiben kann oder beschädigt findet. */
export const storage: Words<typeof english> = {
  newer: (version) =>
    version === null
      ? 'Diese Daten schrieb eine neuere Version von Engram. Installiere die neueste, um sie zu öffnen. Nichts wurde geändert.'
      : `Diese Daten brauchen Engram ${version} oder neuer. Installiere es, um deine Chats zu öffnen. Nichts wurde geändert.`,
  olderReadOnly:
    'Diese Daten schrieb eine ältere Version von Engram. Starte Engram einmal, damit sie auf den neuen Stand kommen.',
  foreign: (path) =>
    `${path} ist die Datenbank eines anderen Programms. Wähle einen anderen Datenordner, oder räume die Datei weg. Nichts wurde geändert.`,
  missing: (path) => `Unter ${path} ist keine Datenbank.`,
  inUse: 'Ein anderes Engram benutzt diesen Datenordner. Schließe es, oder wähle einen anderen Datenordner.',
  migrationFailed: (name, copy) =>
    `Deine Daten ließen sich nicht auf den neuen Stand bringen (${name}), darum blieben sie, wie sie waren.` +
    (copy === null ? '' : ` Eine Kopie liegt unter ${copy}.`) +
    ' Geh zu der Version von Engram zurück, die du hattest, und melde dies.',
  fileWorkLost:
    'Die Arbeit an der Datei endete, ehe sie fertig war. Deine Chats sind unberührt. Bitte versuche es noch einmal.',
  copyCancelled: 'Die Kopie wurde angehalten. Nichts davon blieb.',
  copyFailed: (path) =>
    `Die Kopie unter ${path} ließ sich nicht ganz zurücklesen, darum wurde sie nicht behalten. Prüfe, ob der Datenträger Platz hat und heil ist.`,
  full: 'Der Datenträger ist voll. Nichts wird mehr gespeichert, bis du Platz schaffst.',
  readOnly:
    'In den Datenordner lässt sich nicht schreiben. Prüfe seine Rechte und ob sein Datenträger verbunden ist.',
  diskFailed:
    'Der Datenträger ließ sich nicht lesen oder schreiben. Prüfe, ob er verbunden und heil ist, dann versuche es noch einmal.',
  damaged:
    'Die Datenbank ist beschädigt. Starte Engram neu: Es behält die beschädigte Datei und rettet, was sich lesen lässt.',
  busy: 'Ein anderes Programm benutzt die Datenbank. Schließe es, dann versuche es noch einmal.',
  recovered: (found) =>
    `Die Datenbank war beschädigt. ${chats(found.sessions)} und ${messages(found.messages)} ließen sich retten. ` +
    `Die beschädigte Datei bleibt unter ${found.path}.`,
  startedEmpty: (backups) =>
    `Die Datenbank fehlte oder war leer, darum wurde eine neue begonnen. Frühere Kopien deiner Daten liegen in ${backups}.`,
  wasEmpty: 'Die Datei der Datenbank war leer, darum wurde eine neue begonnen.',
  logMissing:
    'Engram wurde nicht ordentlich geschlossen, und die Datei mit den letzten Änderungen (engram.db-wal) ist weg. Die neuesten Nachrichten fehlen vielleicht.',
  backupGone: 'Diese Sicherung ist nicht mehr da.',
  backupDamaged: 'Diese Sicherung ist beschädigt und lässt sich nicht wiederherstellen. Wähle eine andere.',
  backupForeign: 'Diese Datei ist keine Sicherung von Engram.',
  backupNewer:
    'Diese Sicherung machte eine neuere Version von Engram. Installiere sie, um sie wiederherzustellen.',
  restored: (name, setAside) =>
    `Die Sicherung ${name} wurde wiederhergestellt. Was du vorher hattest, liegt als ${setAside} bei den Sicherungen.`,
  notRestored: (problem) => `Nichts wurde wiederhergestellt, und nichts geändert. ${problem}`,
  badName: (name) => `Kein Name, den eine Datei haben kann: ${name}`,
  recoveredUser: 'Gerettet',
  recoveredSession: 'Geretteter Chat',
};
