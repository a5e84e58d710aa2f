import type { costs as english } from '../en/costs';
import type { Words } from '../words';

const dollars = (cap: number): string => `$${cap.toFixed(2).replace('.', ',')}`;

/** Worte über Preise, die Grenze des Monats, das Netzprotokoll und den Offlinemodus. */
export const costs: Words<typeof english> = {
  reachedNotice: (cap) =>
    `Die Grenze dieses Monats von ${dollars(cap)} ist erreicht. Zusammenfassungen und Erinnern gehen auf diesem Computer weiter; bezahlte Modelle antworten wieder im nächsten Monat, oder sobald du die Grenze unter Einstellungen → Modelle anhebst.`,
  nearNotice: (cap) =>
    `Mehr als 80 % der Grenze dieses Monats von ${dollars(cap)} sind ausgegeben. Ändern kannst du sie unter Einstellungen → Modelle.`,
  capReached: (cap) =>
    `Die Grenze dieses Monats von ${dollars(cap)} ist erreicht, darum wurde dieses Modell nicht gefragt. Hebe sie unter Einstellungen → Modelle an, oder wähle ein Modell auf diesem Computer.`,
  capPausesWork: (cap) => `Die Grenze dieses Monats von ${dollars(cap)} ist erreicht.`,
  capKeyword: (cap) =>
    `Die Grenze des Monats von ${dollars(cap)} ist erreicht, darum wurde nur nach Wörtern gesucht.`,
  offlineKeyword: 'Der Offlinemodus ist an, darum wurde nur nach Wörtern gesucht.',
  offlinePausesWork: 'Der Offlinemodus ist an.',
  cap: 'Grenze im Monat',
  capHint:
    'Sobald die Anfragen eines Monats so viel kosten, wird nichts Bezahltes mehr gefragt: Erinnert wird nach Wörtern, Zusammenfassungen entstehen auf diesem Computer, und ein bezahltes Modell wird abgelehnt, bis du die Grenze anhebst.',
  capField: 'Grenze in US-Dollar im Monat',
  noCap: 'Keine Grenze',
  saveCap: 'Grenze setzen',
  removeCap: 'Grenze entfernen',
  badCap: 'Gib einen Betrag über 0 ein, etwa 5 oder 12.50.',
  spent: (spent, month) => `${spent} im ${month} ausgegeben`,
  spentOf: (spent, cap, month) => `${spent} von ${cap} im ${month} ausgegeben`,
  unpriced: (calls) =>
    `${calls === 1 ? '1 Anfrage an ein Modell' : `${String(calls)} Anfragen an Modelle`} ohne bekannten Preis ${calls === 1 ? 'ist' : 'sind'} nicht gezählt. Trage den Preis unten ein.`,
  prices: 'Preise',
  pricesHint:
    'US-Dollar je Million Tokens. Listenpreise vom März 2026; eigene treten an ihre Stelle. Modelle auf diesem Computer kosten nichts.',
  model: 'Modell',
  promptPrice: 'Tokens hinein',
  completionPrice: 'Tokens heraus',
  own: 'eigener',
  addPrice: 'Preis eintragen oder ändern',
  savePrice: 'Preis speichern',
  badPrice: 'Gib den Namen eines Modells und zwei Preise ab 0 ein.',
  removePrice: (model) => `Eigenen Preis von ${model} entfernen`,
  allPrices: (count) => `Alle ${String(count)} bekannten Preise zeigen`,
  fewerPrices: 'Nur eigene zeigen',
  network: 'Netzprotokoll',
  networkEmpty: 'Das Netzprotokoll ist leer',
  networkEmptyHint:
    'Engram hat keinen Server gefragt. Es fragt nur die Modellserver, die du wählst, und notiert hier jede Anfrage.',
  networkHint:
    'Jede Anfrage von Engram: wohin und wozu. Nie ein Schlüssel, nie ein Wort von dem, was gesagt wurde.',
  offlineMode: 'Offlinemodus',
  offlineOn: 'Offlinemodus an',
  offlineHint:
    'Lehnt jede Anfrage ab, auch an Server auf diesem Computer. Antworten zitieren aus dem Gedächtnis, Zusammenfassungen entstehen hier, und Chats, die ein Server eingebettet hat, werden nach Wörtern durchsucht.',
  time: 'Zeit',
  server: 'Server',
  purpose: 'Wozu',
  sent: 'Gesendet',
  received: 'Empfangen',
  result: 'Ergebnis',
  outcome: { running: 'läuft', failed: 'keine Antwort', refused: 'abgelehnt, offline' },
  purposes: {
    reply: 'Antwort',
    'second-look': 'Zweiter Blick',
    question: 'Frage einbetten',
    summary: 'Zusammenfassung',
    judge: 'Zusammenfassung prüfen',
    embedding: 'Nachrichten einbetten',
    profile: 'Fakten suchen',
    title: 'Titel finden',
    models: 'Modelle auflisten oder testen',
  },
};
