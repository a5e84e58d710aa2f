import type { secondLook as english } from '../en/second-look';
import type { Words } from '../words';

/** Worte des zweiten Blicks: im Verlauf, unter Erinnern und in den Einstellungen. */
export const secondLook: Words<typeof english> = {
  name: 'Zweiter Blick',
  setting: 'Noch einmal suchen, wenn etwas fehlt',
  settingHint:
    'Sagt eine Antwort, dass etwas fehlt, sucht das Gedächtnis noch einmal, nach den Daten, Namen und Zahlen deiner Frage. Findet sich Neues, wird die Frage noch einmal beantwortet, ein einziges Mal. Die zweite Antwort kostet eine weitere Anfrage. Ohne Modell wird vor dem Zitieren noch einmal gesucht.',
  on: 'An',
  off: 'Aus',
  again: (found) =>
    found === 1
      ? 'Neu beantwortet, nachdem ein zweiter Blick 1 Nachricht fand.'
      : `Neu beantwortet, nachdem ein zweiter Blick ${String(found)} Nachrichten fand.`,
  beforeReply: (found) =>
    found === 1
      ? 'Ein zweiter Blick fand diese Nachricht.'
      : `Ein zweiter Blick fand diese ${String(found)} Nachrichten.`,
  stands: (found) =>
    found === 1
      ? 'Ein zweiter Blick fand 1 Nachricht, aber keine zweite Antwort kam: Dies ist die erste.'
      : `Ein zweiter Blick fand ${String(found)} Nachrichten, aber keine zweite Antwort kam: Dies ist die erste.`,
  showFirst: 'Erste Antwort zeigen',
  hideFirst: 'Erste Antwort verbergen',
  firstGone: 'Die erste Antwort ist nicht mehr da.',
  firstFailed: 'Die erste Antwort ließ sich nicht lesen.',
  firstLabel: 'Die erste Antwort, die dieser wich',
  costReported: (prompt, completion) =>
    `Die erste Antwort brauchte ${prompt} Tokens hinein und ${completion} heraus, wie gemeldet.`,
  costEstimated: (tokens) => `Die erste Antwort brauchte ${tokens} Tokens hinein, geschätzt.`,
  because: {
    'reply-says-missing': 'Die erste Antwort sagte, dass etwas fehlt:',
    'nothing-found':
      'Nichts lag über der Untergrenze, darum suchte das Gedächtnis vor der Antwort noch einmal.',
  },
  searchedFor: 'Nach diesen Wörtern gesucht',
  foundNew: (count) =>
    count === 1 ? '1 neue Nachricht wurde gefunden.' : `${String(count)} neue Nachrichten wurden gefunden.`,
  noSecond: 'Eine zweite Antwort kam nicht, darum bleibt die erste.',
  foundNothing: 'Nichts Neues wurde gefunden, die Antwort bleibt.',
};
