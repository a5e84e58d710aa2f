import { messageRange } from './message-range';
import type { thread as english } from '../en/thread';
import type { Words } from '../words';

/** Worte des Verlaufs und des Nachrichtenfelds. */
export const thread: Words<typeof english> = {
  label: (title) => `Nachrichten von ${title}`,
  loading: 'Nachrichten werden geladen',
  empty: 'Noch nichts gesagt',
  emptyHint:
    'Schreib die erste Nachricht. Was hier gesagt wird, lässt sich später erinnern, in diesem Chat und in anderen.',
  emptyTemporary:
    'Schreib die erste Nachricht. Dieser Chat bleibt nur im Arbeitsspeicher und ist weg, sobald Engram schließt.',
  messageLabel: (position, total, author) => `Nachricht ${String(position)} von ${String(total)}, ${author}`,
  at: (day, time) => `${day}, ${time}`,
  failedLoad: 'Die Nachrichten ließen sich nicht lesen.',
  newText: 'Neuer Text weiter unten',
  toNewest: 'Zur neuesten Nachricht',
  stopped: 'Angehalten. Was geschrieben wurde, bleibt.',
  interrupted: 'Das Programm endete, während dies geschrieben wurde. Was geschrieben wurde, bleibt.',
  failed: 'Die Antwort misslang.',
  summaryDivider: (from, to, version) =>
    `${messageRange(from, to)} ${from === to ? 'steht' : 'stehen'} in Zusammenfassung v${String(version)}`,
  summaryQuality: (score) => `, Güte ${score}`,
  chips: 'Aus dem Gedächtnis erinnert',
  chip: (position) => `Nachricht ${String(position)}`,
  chipVector: (score) => `Vek ${score}`,
  chipBm25: (score) => `BM25 ${score}`,
  chipLabel: (rank, position, chat) =>
    `Erinnert, Rang ${String(rank)}: Nachricht ${String(position)} von ${chat}. Dorthin gehen`,
  nearMisses: (count) => (count === 1 ? '1 knapp daneben, warum' : `${String(count)} knapp daneben, warum`),
  peek: {
    label: 'Die Quelle',
    folded: (from, to) => `${messageRange(from, to)} verdichtet`,
    place: (position, author, when) => `Nachricht ${String(position)}, ${author}, ${when}`,
    rank: (rank) => `Erinnert, Rang ${String(rank)}`,
    go: 'Dorthin',
    close: 'Zurück zur Antwort',
  },
  composer: 'Nachricht',
  placeholder: 'Nächste Nachricht. Enter sendet, Umschalt+Enter bricht um.',
  placeholderNarrow: 'Schreib die nächste Nachricht.',
  send: 'Senden',
  stop: 'Anhalten',
  tokens: (used, total) => `${used} von ${total} Tokens`,
  tokensUnknown: (total) => `– von ${total} Tokens`,
  gauge: 'Tokens des Kontexts der nächsten Nachricht, geschätzt',
  overBudget: 'Teile der ältesten Nachrichten werden weggelassen.',
  sendFailed: 'Deine Nachricht wurde nicht gesendet.',
  memory: 'Gedächtnis',
  showMemory: 'Gedächtnis zeigen',
  recallScope: 'Erinnern',
  scope: { session: 'Erinnern: dieser Chat', user: 'Erinnern: alle Chats' },
  scopeHint: {
    session: 'Frühere Nachrichten nur in diesem Chat suchen',
    user: 'Frühere Nachrichten in allen deinen Chats suchen',
  },
  strategy: {
    buffer: 'Nur Neuestes',
    'sliding-window': 'Nur letzte Tokens',
    summary: 'Zusammenfassung und Neuestes',
    retrieval: 'Erinnern und Neuestes',
    hybrid: 'Gemischtes Gedächtnis',
  },
  answerStarted: 'Engram antwortet.',
  answerDone: 'Die Antwort ist vollständig.',
  answerStopped: 'Die Antwort wurde angehalten.',
  answerFailed: 'Die Antwort misslang.',
  chooseModel: 'Wählen, was antwortet',
  showContext: 'Zeigen, was gesendet wurde',
  openLink: (host) => `${host} im Browser öffnen`,
};
