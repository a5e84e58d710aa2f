import { messageRange } from './message-range';
import type { exporting as english } from '../en/exporting';
import type { Words } from '../words';

/** Worte beim Exportieren von Chats, und die in einer exportierten Datei. */
export const exporting: Words<typeof english> = {
  title: 'Export',
  action: 'Exportieren…',
  all: 'Alle Chats exportieren',
  allHint:
    'Jeder Chat mit seinen Zusammenfassungen und deinem Profil, in einer Datei. Was du gelöscht hast, ist nicht darin, und kein Schlüssel. Dateien sind nicht verschlüsselt.',
  what: (chats) =>
    chats === null
      ? 'Alle Chats, Zusammenfassungen und das Profil'
      : chats === 1
        ? 'Ein Chat'
        : `${String(chats)} Chats`,
  choose: 'Schreiben als',
  formats: { markdown: 'Markdown', html: 'Webseite', json: 'JSON, alles' },
  formatHints: {
    markdown: 'Überall zu lesen, auch für andere Programme. Die Chats, wie sie stehen.',
    html: 'Zum Lesen im Browser und zum Drucken. Die Chats, wie sie stehen.',
    json: 'Jede Version und Markierung; Engram kann es wieder importieren.',
  },
  save: 'Ort wählen…',
  progress: (done, total) => `${done} von ${total} Chats`,
  saved: (name, chats, messages) => `${name}: ${chats}, ${messages} Nachrichten.`,
  chats: (count) => (count === 1 ? '1 Chat' : `${String(count)} Chats`),
  done: 'Fertig',
  errors: {
    cancelled: 'Der Export wurde abgebrochen. Es blieb keine Datei zurück.',
    noSpace: 'Für die Datei ist kein Platz. Schaffe Platz, oder wähle einen anderen Ort.',
    notAllowed: 'Dort darf Engram nicht schreiben. Wähle einen anderen Ordner.',
    failed: (reason) => `Die Datei ließ sich nicht schreiben: ${reason}. Wähle einen anderen Ort.`,
    running: 'Ein anderer Export läuft. Warte auf ihn, oder brich ihn ab.',
  },
  dialog: { title: 'Chats exportieren', button: 'Exportieren' },
  fileName: (day) => `engram-${day}`,
  file: {
    title: 'Chats aus Engram',
    exported: (when) => `Aus Engram exportiert, ${when}`,
    roles: { user: 'Du', assistant: 'Assistent', system: 'System', tool: 'Werkzeug' },
    pinned: 'angeheftet',
    excluded: 'nicht im Gedächtnis',
    states: { stopped: 'angehalten', failed: 'fehlgeschlagen' },
    summary: (version, from, to) => `Zusammenfassung v${String(version)} der ${messageRange(from, to)}`,
    profile: 'Profil',
  },
};
