import { numberRange } from '../number-range';
import { messageRange, toMessages } from './message-range';
import type { summaries as english } from '../en/summaries';
import type { Words } from '../words';

/** Worte der Zusammenfassungen und dessen, was dafür erfragt wird. */
export const summaries: Words<typeof english> = {
  costUnknown: 'Preis unbekannt',
  byUser: 'dir',
  firstTry: (version) => `v${String(version)}, erster Versuch`,
  version: (version) => `v${String(version)}`,
  retried: 'Zu niedrig, neu geschrieben',
  low: 'Zu niedrig',
  yours: 'Von dir bearbeitet',
  inaccurate: 'Sagt etwas Falsches',
  detailsKept: (kept, all) => `${String(kept)} von ${String(all)} Einzelheiten`,
  missingCount: (count) =>
    count === 0 ? 'Nichts fehlt' : count === 1 ? '1 Fakt fehlt' : `${String(count)} Fakten fehlen`,
  unscored: 'Nicht bewertet',
  unscoredYet: 'Noch nicht bewertet',
  show: (name) => `${name} zeigen`,
  actions: 'Was mit der Zusammenfassung geschehen soll',
  edit: 'Bearbeiten',
  rollBack: (version) => `Zurück zu v${String(version)}`,
  rollBackToNone: 'Zurück zu keiner Zusammenfassung',
  again: 'Neu zusammenfassen',
  compact: 'Jetzt verdichten',
  chooseRange: 'Bereich wählen',
  working: 'Eine Zusammenfassung entsteht…',
  buffer: (tokens, limit) => `Der Puffer hat ${tokens} von ${limit} Tokens.`,
  wouldFold: (from, to, version) =>
    `Jetzt verdichten würde die ${messageRange(from, to)} in v${String(version)} aufnehmen`,
  wouldKeep: (from, to) => ` und ${numberRange(from, to)} behalten.`,
  nothingToFold: 'Noch gibt es nichts zu verdichten.',
  noneUnderStrategy:
    'Die Strategie dieses Chats benutzt keine Zusammenfassungen. Was hier steht, bleibt, bis sie es tut.',
  wouldRollBack: (name, from, to) =>
    `Zurück zu ${name} gibt die ${messageRange(from, to)} dem Puffer zurück.`,
  noSummary: 'keiner Zusammenfassung',
  range: {
    legend: 'Nachrichten, die neu zusammengefasst werden',
    from: 'Von Nachricht',
    to: 'bis',
    would: (from, to, tokens, version, base) =>
      `Würde v${String(version)} aus ${base === null ? '' : `v${String(base)} und `}${toMessages(from, to)} schreiben (${tokens} Tokens).`,
    leaves: (from, to) =>
      ` Die ${messageRange(from, to)} ${from === to ? 'geht dann mit, wie sie ist, oder wird' : 'gehen dann mit, wie sie sind, oder werden'} später verdichtet.`,
    go: 'Diesen Bereich zusammenfassen',
  },
  editor: {
    label: (version) => `Text von v${String(version)}`,
    hint: 'Speichern macht eine neue Version, die für dieselben Nachrichten steht.',
    save: 'Als neue Version speichern',
  },
  stopped: (message, attempts) =>
    `Der Zusammenfasser hielt nach ${attempts === 1 ? 'einem Versuch' : `${String(attempts)} Versuchen`} an. ${message} Ältere Nachrichten warten; nichts geht verloren.`,
  stoppedScore: (message, attempts) =>
    `Das Bewerten der Zusammenfassungen hielt nach ${attempts === 1 ? 'einem Versuch' : `${String(attempts)} Versuchen`} an. ${message} Neue Versionen bleiben unbewertet; verwendet werden sie trotzdem.`,
  retry: 'Noch einmal',
  diff: {
    heading: (version, against) => `v${String(version)} gegen v${String(against)}`,
    first: (version) => `v${String(version)}, die erste`,
    kept: (count) => `${String(count)} behalten`,
    added: (count) => `${String(count)} neu`,
    lost: (count) => `${String(count)} verloren`,
    signs: { kept: 'behalten', added: 'neu', lost: 'verloren' },
    from: (position) => `aus ${String(position)}`,
    goTo: (position) => `Zu Nachricht ${String(position)}`,
    replaced: (by, position) =>
      position === null
        ? `Gut: ersetzt durch ${by}.`
        : `Gut: ersetzt durch ${by} in Nachricht ${String(position)}.`,
    missing: 'Nichts Neueres sagt es anders, also fehlt dies.',
    putBack: 'Zurücksetzen',
    moreKept: (count) =>
      count === 1 ? '1 weitere behaltene Zeile' : `${String(count)} weitere behaltene Zeilen`,
    lessKept: 'Weniger behaltene Zeilen',
    loading: 'Versionen werden verglichen',
  },
  judged: {
    heading: (name) => `Wie ${name} beurteilt wurde`,
    drawn: (positions, judge, seed) =>
      `Von ${judge}, gegen ${positions}, gezogen mit Startwert ${String(seed)}.`,
    messages: (positions) =>
      positions.length === 0
        ? 'keine Nachricht'
        : `${positions.length === 1 ? 'Nachricht' : 'Nachrichten'} ${positions.join(', ')}`,
    missing: 'Es fehlt',
  },
  chart: {
    heading: 'Güte im Lauf der Zeit',
    label: (points) => `Güte jeder Version, von 0 bis 1, Untergrenze 0,70: ${points}`,
    point: (name, score) => `${name} ${score}`,
    floor: 'Untergrenze 0,70',
  },
  coverReasoning: (details, sentences) =>
    `Ohne Modell gezählt: ${String(details.kept)} von ${String(details.all)} Namen, Daten und Zahlen und ` +
    `${String(sentences.kept)} von ${String(sentences.all)} Aussagen der gezogenen Nachrichten stehen darin.`,
  nothingDrawn: 'Es gab keine Nachricht mit Worten, gegen die sie zu halten wäre.',
  unreadable: 'Der Prüfer antwortete nicht in der verlangten Form.',
  errors: {
    badRange: (most) =>
      `Wähle Nachrichten dieses Chats, die erste vor der letzten, und höchstens ${String(most)} nach einer früheren Version.`,
    lastStays: 'Die letzte Nachricht bleibt im Puffer. Ende eine Nachricht früher.',
    empty: 'Eine Zusammenfassung kann nicht leer sein. Geh stattdessen zu keiner Zusammenfassung zurück.',
    tooLong: (over, limit) =>
      `Das sind ${String(over)} Tokens über der Grenze von ${String(limit)}. Kürze es, oder hebe die Grenze unter Einstellungen, Gedächtnis an.`,
    movedOn: 'Inzwischen kam eine andere Version. Sieh sie zuerst an, dann versuche es noch einmal.',
    gone: 'Diese Version gibt es nicht mehr.',
    otherPath: 'Diese Version steht für Nachrichten, die nicht mehr so in diesem Chat sind.',
    nothingToFold: 'Noch gibt es nichts zu verdichten.',
  },
};
