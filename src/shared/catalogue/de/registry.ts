import type { registry as english } from '../en/registry';
import type { Words } from '../words';

/** Worte der Karte, die zeigt, welche Chats bereitgehalten werden. */
export const registry: Words<typeof english> = {
  title: 'Bereitgehaltene Chats',
  hint: 'Die zuletzt benutzten Chats werden bereitgehalten; die anderen werden bei Bedarf gelesen und sind dieselben.',
  active: (active, most) => `${active} von höchstens ${most}`,
  bytes: (used, most) => `${used} von ${most}`,
  found: 'Bereit gefunden',
  loaded: 'Gelesen',
  dropped: 'Platz gemacht',
  held: 'Arbeitsspeicher',
  process: 'Im Hauptprozess',
  holders: {
    vectors: 'Vektoren',
    words: 'Für die Erinnerung gelesene Wörter',
    paths: 'Enden von Chats',
    engineHeap: 'Objekte der Engine',
  },
  none: 'Noch wird keiner deiner Chats bereitgehalten. Öffne einen oder frag etwas.',
  chat: 'Chat',
  buffer: 'Puffer',
  summary: 'Zusammenfassung',
  index: 'Verzeichnis',
  bufferOf: (messages, tokens) => `${messages} Nachrichten, ${tokens} Tokens`,
  summaryOf: (version, tokens) => `v${version}, ${tokens} Tokens`,
  indexOf: (vectors, size) => `${vectors} Vektoren, ${size}`,
  noSummary: 'keine',
  notOpen: 'nicht offen',
  failed: 'Das ließ sich nicht lesen.',
  more: (count) => `und ${count} weitere`,
};
