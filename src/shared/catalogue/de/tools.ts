import { tools as english } from '../en/tools';
import type { Words } from '../words';

/** Worte der Werkzeuge: Zeilen im Verlauf, Einstellungen. Was einem Modell gesagt wird, bleibt Englisch. */
export const tools: Words<typeof english> = {
  told: english.told,
  names: {
    search_memory: 'Gedächtnis durchsuchen',
    get_message: 'Nachricht lesen',
    current_time: 'Uhrzeit',
    calculate: 'Rechnen',
    pin_message: 'Nachricht anheften',
  },
  about: {
    search_memory: 'Sucht frühere Nachrichten, die zu einer Frage passen, im Bereich des Chats.',
    get_message: 'Liest eine gefundene Nachricht, ganz oder in Teilen.',
    current_time: 'Nennt Datum, Uhrzeit und Zeitzone dieses Computers.',
    calculate: 'Rechnet einen Ausdruck genau aus, etwa 17.5 % of 240.',
    pin_message: 'Heftet eine Nachricht an, damit sie mit jeder Antwort ihres Chats mitgeht.',
  },
  row: (name, argument) => (argument === '' ? `Werkzeug ${name}` : `Werkzeug ${name}: ${argument}`),
  arguments: 'Angaben',
  result: 'Ergebnis',
  noResult: 'Noch kein Ergebnis',
  status: {
    asking: 'Braucht dein Wort',
    running: 'Läuft',
    done: 'Fertig',
    failed: 'Misslungen',
    denied: 'Nicht erlaubt',
    'timed-out': 'Zu langsam',
  },
  ms: (ms) =>
    ms < 10_000 ? `${String(Math.round(ms))} ms` : `${(ms / 1_000).toFixed(1).replace('.', ',')} s`,
  ask: (name) => `Das Modell will „${name}“ benutzen. Erlauben?`,
  askHint: 'Es ändert etwas in Engram. Ohne dein Wort geschieht es nicht.',
  target: (position) => `Es geht um Nachricht ${String(position)}:`,
  targetElsewhere: 'Es geht um eine Nachricht weiter oben.',
  showTarget: 'Zeigen',
  allowOnce: 'Einmal erlauben',
  allowAlways: 'In diesem Chat immer',
  deny: 'Ablehnen',
  answerFailed: 'Deine Antwort erreichte das Werkzeug nicht.',
  endless: (steps) =>
    `Das Modell rief ${String(steps)}-mal Werkzeuge auf und gab keine Antwort. Versuche es noch einmal, oder schalte in den Einstellungen ein Werkzeug aus.`,
  title: 'Werkzeuge',
  hint: 'Was ein Modell tun darf, während es antwortet. Ein Werkzeug, das etwas ändert, läuft nie ohne dein Wort.',
  rule: (name) => `Wann darf das Modell „${name}“ benutzen?`,
  rules: { off: 'Aus', on: 'An', ask: 'Fragen', 'ask-always': 'Jedes Mal fragen' },
  effect: 'Ändert etwas',
  rulesHint: 'Bei „Fragen“ kannst du es für den Rest eines Chats erlauben; bei „Jedes Mal fragen“ nicht.',
  stale: 'Dieser Aufruf wartet nicht mehr auf eine Antwort.',
};
