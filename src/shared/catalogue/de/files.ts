import type { files as english } from '../en/files';
import type { Words } from '../words';

/** Worte zu Dateien: beim Schreiben und im Verlauf. */
export const files: Words<typeof english> = {
  attach: 'Textdateien anhängen',
  attached: 'Dateien, die mit der nächsten Nachricht gehen',
  reading: (count) => (count === 1 ? 'Eine Datei wird gelesen…' : `${String(count)} Dateien werden gelesen…`),
  remove: (name) => `„${name}“ entfernen`,
  asText: (name) => `Text von „${name}“ in die Nachricht setzen`,
  asTextShort: 'In die Nachricht',
  pasted: 'Eingefügter Text.txt',
  unnamed: 'Unbenannt.txt',
  drop: 'Textdateien hierher ziehen, um sie anzuhängen',
  notText: (name) =>
    `„${name}“ ließ sich nicht als Text lesen. Nur Textdateien lassen sich anhängen: Notizen, Code, Tabellen, Protokolle.`,
  tooLong: (name) =>
    `„${name}“ ist zu lang: höchstens 1.000.000 Zeichen lassen sich anhängen. Hänge den Teil an, den du brauchst.`,
  size: (characters, tokens) => `${characters} Zeichen · ${tokens} Tokens`,
  tokensShort: (tokens) => `${tokens} Tokens`,
  place: (part, parts) => `Teil ${String(part)} von ${String(parts)}`,
  inThread: (characters, parts) =>
    parts === 1 ? `${characters} Zeichen` : `${characters} Zeichen in ${String(parts)} Teilen`,
  show: (name) => `Text von „${name}“ zeigen`,
  hide: (name) => `Text von „${name}“ verbergen`,
  delete: (name) => `Datei „${name}“ löschen`,
  needsWords: 'Sag, was mit der Datei geschehen soll.',
};
