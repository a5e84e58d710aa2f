import type { health as english } from '../en/health';
import type { Words } from '../words';

const turnsOf = (count: string): string => (count === '1' ? '1 Runde' : `${count} Runden`);

/** Worte der Karte „Zustand“. */
export const health: Words<typeof english> = {
  title: 'Zustand des Gedächtnisses',
  back: 'Zurück zum Chat',
  scope: { chat: 'Dieser Chat', all: 'Alle Chats' },
  scopeLabel: 'Gezeigte Chats',
  turnsLabel: 'Gezeigte Runden',
  lastTurns: (count) => `Letzte ${count} Runden`,
  failed: 'Die Zahlen ließen sich nicht lesen.',
  steps: 'Zeit je Schritt',
  stepsHint: (runs) =>
    runs === 0
      ? 'Jeder Punkt wird eine Runde sein.'
      : 'Jeder Punkt ist ein Lauf, die gestrichelte Linie p50. Achsen beginnen bei 0.',
  step: {
    embed: 'Frage einbetten',
    vector: 'Vektorsuche',
    keyword: 'BM25-Suche',
    rank: 'Vereinen und ordnen',
    build: 'Kontext bauen',
    'first-token': 'Erstes Token',
    reply: 'Ganze Antwort',
    summarise: 'Zusammenfassen',
  },
  tail: 'p95, p99',
  stepName: 'Schritt',
  runs: 'Läufe',
  tooFew: (runs) => (runs === 1 ? '1 Lauf, zu wenig' : `${String(runs)} Läufe, zu wenig`),
  noRuns: 'noch kein Lauf',
  sparkline: (step, runs, p50) =>
    `${step}: ${runs === 1 ? 'der letzte Lauf' : `die letzten ${String(runs)} Läufe`}, p50 ${p50}`,
  progress: (done, total) => `${done} von ${total} Nachrichten`,
  waitsUntil: (time) => `Wartet bis ${time}`,
  tokens: (count) =>
    count === 1 ? 'Gesendete Tokens, letzte Runde' : `Gesendete Tokens, letzte ${String(count)} Runden`,
  tokensHint: (from, to, window) =>
    `Runden ${from}–${to}. Grüne Marken zeigen, wo alte Nachrichten in eine Zusammenfassung wanderten. Die Linie bei ${window} ist das Fenster.`,
  tokensHintAll: (count, window) =>
    `${turnsOf(String(count))} aller Chats, die neueste rechts. Die Linie bei ${window} ist das Fenster.`,
  trigger: (tokens) => `Auslöser der Zusammenfassung, ${tokens}`,
  tune: 'Budgets einstellen',
  noTurns: 'Noch keine Runde',
  noTurnsHint: 'Sobald eine Frage beantwortet ist, steht hier, womit sie gesendet wurde.',
  turn: 'Runde',
  total: 'Gesendet',
  reported: 'Gemeldet',
  notReported: 'nicht gemeldet',
  reportedReply: 'Antwort, gemeldet',
  average: 'Im Mittel je Runde',
  asTable: 'Tabelle',
  asChart: 'Bild',
  compare: 'Gegen „alles senden“',
  pricedAt: (price) => `bei ${price} je Million Tokens`,
  everythingTotal: (turns) => `Alles, ${turnsOf(turns)}`,
  engramTotal: 'Engram, alle Anfragen',
  lastTurn: (turn) => (turn === '' ? 'Nur die neueste Runde' : `Nur Runde ${turn}`),
  less: (percent) => `${percent} % weniger`,
  more: (percent) => `${percent} % mehr`,
  same: 'gleich viel',
  everything: 'Alles',
  engram: 'Engram',
  fits: (tokens) => `${tokens} passen neben die Antwort`,
  compareHint: (background) =>
    `Geschätzt nach Engrams eigener Zählung. „Alle Anfragen“ enthält ${background} Tokens Hintergrundarbeit, auch das Zusammenfassen; Antworten kosten so oder so dasselbe.`,
  smallerFrom: (turn) => `Kleiner ab Runde ${turn}.`,
  stopsFitting: (turn) => `Ab Runde ${turn} passt „alles“ nicht mehr.`,
  unknownPrice: 'Preis nicht bekannt',
  costs: 'Kosten nach Modell',
  costsHint: 'Hintergrundarbeit getrennt. Was ein Server nicht gezählt hat, ist geschätzt.',
  noCosts: 'Noch keine Anfrage an ein Modell mit Preis.',
  model: 'Modell',
  calls: 'Anfragen',
  read: 'Tokens hinein',
  written: 'Tokens heraus',
  cost: 'Kosten',
  forTurns: 'Antworten',
  background: 'Hintergrund',
  free: 'auf diesem Computer, $0',
  editPrices: 'Preise bearbeiten',
  days: 'Kosten nach Tag',
  day: 'Tag',
  answersCost: 'Antworten',
  backgroundCost: 'Hintergrund',
  unpriced: (calls) =>
    calls === 1 ? '1 Anfrage ohne bekannten Preis' : `${String(calls)} Anfragen ohne bekannten Preis`,
  storage: 'Speicher',
  storageTotal: (size, messages, chats) =>
    `${size} in einer Datei, ${messages} ${messages === '1' ? 'Nachricht' : 'Nachrichten'} in ${chats} ${chats === '1' ? 'Chat' : 'Chats'}`,
  storageTooLarge: 'Die Datei ist zu groß, um sie nebenbei zu vermessen.',
  kind: {
    messages: 'Nachrichten',
    vectors: 'Vektoren',
    words: 'Wortverzeichnis',
    log: 'Aufzeichnungen',
    summaries: 'Zusammenfassungen',
    free: 'Frei',
  },
};
