import { messageRange } from './message-range';
import type { search as english } from '../en/search';
import type { Words } from '../words';

/** Worte der Suche und ihrer Befehle. */
export const search: Words<typeof english> = {
  title: 'Suche und Befehle',
  field: 'Suchen',
  placeholder: 'Alle Chats durchsuchen, oder > für Befehle',
  results: 'Treffer',
  kinds: {
    all: 'Alle',
    messages: 'Nachrichten',
    summaries: 'Kurzfassungen',
    facts: 'Fakten',
    titles: 'Chats',
  },
  kind: (name, count) => `${name} ${count}`,
  kindsLabel: 'Arten von Treffern',
  more: (count) => `${count}+`,
  hits: (count, chats, ms) =>
    `${count} Treffer in ${chats === 1 ? '1 Chat' : `${String(chats)} Chats`}, ${ms} ms`,
  noHits: 'Keine Treffer',
  searching: 'Wird gesucht',
  empty: 'Nichts gefunden',
  emptyHint:
    'Kein Titel, keine Nachricht, keine Zusammenfassung und kein Fakt enthält alle diese Worte. Versuche weniger, oder nimm einen Filter weg.',
  failed: 'Die Suche misslang.',
  recent: 'Zuletzt benutzte Chats',
  titles: 'Chats',
  facts: 'Von dir bekannt',
  commands: 'Befehle',
  groupShown: (shown, total) =>
    shown === total ? `${String(total)} Treffer` : `${String(shown)} von ${String(total)} Treffern`,
  messagePlace: (position, author, day) => `Nachricht ${String(position)}, ${author}, ${day}`,
  summaryPlace: (version, from, to) => `Zusammenfassung v${String(version)}, ${messageRange(from, to)}`,
  factPlace: (about, day, holds) => `${about}, ${day}${holds ? '' : ', vergangen'}`,
  titlePlace: (messages, day) =>
    `${messages === 1 ? '1 Nachricht' : `${String(messages)} Nachrichten`}, ${day}`,
  filters: 'Filter',
  chat: 'Chat',
  allChats: 'Alle Chats',
  thisChat: 'Dieser Chat',
  who: 'Wer',
  anyone: 'Alle',
  when: 'Wann',
  spans: { any: 'Jederzeit', week: 'Letzte 7 Tage', month: 'Letzte 31 Tage', year: 'Letzte 12 Monate' },
  detail: 'Der gewählte Treffer',
  detailPlace: (position, total, author, when) =>
    `Nachricht ${String(position)} von ${String(total)}, ${author}, ${when}`,
  neighbour: (position, author) => `${String(position)}, ${author}: `,
  inSummary: (version) => `In Zusammenfassung v${String(version)}`,
  usedByMemory: 'Vom Gedächtnis benutzt',
  notUsed: 'Bisher nicht erinnert.',
  recalledIn: (turn, rank) =>
    rank === null
      ? `Erinnert in Runde ${String(turn)}`
      : `Erinnert in Runde ${String(turn)}, Rang ${String(rank)}`,
  ofChat: (use, chat) => `${use}, in ${chat}`,
  scores: (vector, bm25) =>
    [vector === null ? null : `Vek ${vector}`, bm25 === null ? null : `BM25 ${bm25}`]
      .filter((part) => part !== null)
      .join(', '),
  keptInSummary: (version) => `In Zusammenfassung v${String(version)} enthalten`,
  summaryRange: (from, to) => messageRange(from, to),
  open: 'Im Chat öffnen',
  copy: 'Nachricht kopieren',
  move: 'bewegen',
  enter: 'öffnen',
  tab: 'Filter',
  keys: { up: '↑', down: '↓', enter: '↵', tab: 'Tab' },
  reach: 'Sucht auf diesem Computer; nichts wird gesendet',
  commandNames: {
    newTemporaryChat: 'Neuer flüchtiger Chat',
    import: 'Gespräche importieren',
    openSample: 'Beispielchat öffnen',
    showTab: (tab) => `Gedächtnis: ${tab}`,
    showSettings: (tab) => `Einstellungen: ${tab}`,
    theme: (theme) => `Aussehen: ${theme}`,
    openDataFolder: 'Datenordner öffnen',
  },
};
