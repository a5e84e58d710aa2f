import type { history as english } from '../en/history';
import type { Words } from '../words';

/** Worte dessen, was sich mit einer Nachricht tun lässt, der Versionen und des Vergessens. */
export const history: Words<typeof english> = {
  actions: (position) => `Aktionen für Nachricht ${String(position)}`,
  copy: 'Text kopieren',
  edit: 'Bearbeiten und neu fragen',
  regenerate: 'Neu antworten',
  pin: 'An den Kontext heften',
  unpin: 'Lösen',
  exclude: 'Aus dem Gedächtnis nehmen',
  include: 'Wieder ins Gedächtnis lassen',
  fork: 'Neuer Chat ab hier',
  delete: 'Löschen',
  deleteFrom: 'Dies und alles Folgende löschen',
  pinned: 'Angeheftet: geht mit jeder Nachricht mit',
  excluded: 'Nicht im Gedächtnis: wird nicht gesendet, zusammengefasst oder erinnert.',
  editField: 'Deine Nachricht bearbeiten',
  ask: 'Neu fragen',
  editHint: 'Die frühere Fassung bleibt, mit ihren Antworten.',
  versions: (version, versions) => `Fassung ${String(version)} von ${String(versions)}`,
  count: (version, versions) => `${String(version)} / ${String(versions)}`,
  earlier: 'Frühere Fassung',
  later: 'Spätere Fassung',
  failed: 'Das ging nicht.',
  said: {
    copied: 'Kopiert.',
    pinned: 'Angeheftet. Sie geht mit jeder Nachricht dieses Chats mit.',
    unpinned: 'Nicht mehr angeheftet.',
    excluded: 'Aus dem Gedächtnis genommen.',
    included: 'Wieder im Gedächtnis.',
    deleted: 'Gelöscht. Zehn Sekunden lang lässt es sich zurückholen.',
    restored: 'Zurückgeholt.',
    version: (version, versions) => `Fassung ${String(version)} von ${String(versions)} ist zu sehen.`,
  },
  deletedToast: (count) => (count === 1 ? 'Nachricht gelöscht' : `${String(count)} Nachrichten gelöscht`),
  heldToast: (count) =>
    count === 1
      ? 'Getilgt. An einer Stelle stehen die Worte noch.'
      : `Getilgt. An ${String(count)} Stellen stehen die Worte noch.`,
  show: 'Zeigen',
  forget: {
    title: 'Vergessen',
    hint: 'Was du löschst, ist sofort verborgen und zehn Sekunden später getilgt, oder wenn Engram schließt: aus Chats, Verzeichnissen, Zusammenfassungen und Aufzeichnungen. Dann wird jede Datei des Datenordners nach dem durchsucht, was die Worte noch enthält.',
    range: 'Einen Teil eines Chats löschen',
    chat: 'Chat',
    from: 'Von Nachricht',
    to: 'bis Nachricht',
    deleteRange: 'Nachrichten löschen',
    noSuchRange: 'Solche Nachrichten hat dieser Chat nicht mehr.',
    empty: 'Seit dem Start von Engram wurde nichts gelöscht.',
    loading: 'Alle Dateien werden durchsucht',
    what: (kind, count) => {
      const messages = count === 1 ? '1 Nachricht' : `${String(count)} Nachrichten`;
      if (kind === 'user') return `Ein Benutzer mit ${messages}`;
      return kind === 'session' ? `Ein Chat mit ${messages}` : messages;
    },
    waiting: 'Verborgen, gleich getilgt',
    clean: (files) => `Getilgt. ${String(files)} Dateien durchsucht, nichts ist übrig.`,
    held: (places, files) =>
      `Getilgt. ${String(files)} Dateien durchsucht; ${places === 1 ? 'eine Stelle enthält' : `${String(places)} Stellen enthalten`} noch Worte davon:`,
    kinds: {
      message: 'Nachricht',
      summary: 'Zusammenfassung',
      fact: 'Fakt',
      draft: 'Entwurf',
      prompt: 'Systemprompt',
      title: 'Chattitel',
      snapshot: 'Aufzeichnung einer Antwort',
      job: 'Hintergrundarbeit',
      case: 'Eigener Fall',
      record: 'Einstellung oder Aufzeichnung',
      backup: 'Sicherung',
      file: 'Datei',
    },
    inChat: (chat) => `in „${chat}“`,
    forgetOne: 'Auch vergessen',
    forgetOneOf: (what) => `Auch vergessen: ${what}`,
    forgetAll: (count) => (count === 1 ? 'Auch vergessen' : `Alle ${String(count)} auch vergessen`),
    forgetting: 'Wird vergessen',
    dismiss: 'Bericht schließen',
    cannot: 'Ändere dies in den Einstellungen.',
  },
};
