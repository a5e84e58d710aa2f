import type { hygiene as english } from '../en/hygiene';
import type { Words } from '../words';

/** Worte der Karte über die Pflege des Gedächtnisses. */
export const hygiene: Words<typeof english> = {
  title: 'Pflege des Gedächtnisses',
  hint: 'Was dem Gedächtnis nichts nützt: doppelte Worte, Antworten, die wiederholen, was für sie erinnert wurde, Worte, die keine Antwort je brauchte, Fakten, die nicht beide stimmen können. Die letzten 40 Nachrichten jedes Chats bleiben unberührt. Nichts wird gelöscht: Eine Pflege nimmt Nachrichten aus dem Gedächtnis und lässt sich zurücknehmen.',
  look: 'Gedächtnis durchsehen',
  again: 'Noch einmal',
  stop: 'Anhalten',
  looking: (done, total) => `${done} von ${total} Nachrichten gelesen`,
  failed: 'Das Gedächtnis ließ sich nicht durchsehen.',
  gone: 'Diese Durchsicht ist vorbei. Beginne eine neue.',
  names: {
    exact: 'Zweimal gesagt',
    near: 'Fast dasselbe',
    echo: 'Echos',
    unused: 'Nie gebraucht',
  },
  explain: {
    exact: 'Dieselben Worte wie eine ältere Nachricht. Die älteste bleibt.',
    near: 'Kaum andere Worte, und jeder Name, jede Zahl und jedes Datum stimmt überein. Die älteste bleibt.',
    echo: 'Antworten, die Wort für Wort wiederholen, was für sie erinnert wurde; wieder erinnert nährten sie sich von sich selbst.',
    unused: 'Älter als 90 Tage und für keine Antwort erinnert.',
  },
  count: (count, of) => `${count} von ${of} Nachrichten`,
  facts: 'Widersprechende Fakten',
  factsExplain:
    'Fakten, die nicht beide stimmen können. Der neueste bleibt, die anderen gehören zur Vergangenheit.',
  factsCount: (count) => (count === 1 ? '1 Fakt' : `${String(count)} Fakten`),
  against: (older, newer) => `„${older}“ gegen das neuere „${newer}“`,
  show: (name) => `Zeigen: ${name}`,
  kept: 'Bleibt',
  keepOut: 'Aus dem Gedächtnis nehmen',
  keepOutOf: (name) => `Aus dem Gedächtnis nehmen: ${name}`,
  keepNewest: 'Den neuesten behalten',
  mending: 'Wird gepflegt…',
  mended: (count) => `${count} aus dem Gedächtnis genommen`,
  factsMended: (count) => `${String(count)} vergangen`,
  skipped: (count) => `${count} unberührt: ihr Chat antwortet gerade`,
  undo: (name) => `Zurücknehmen: ${name}`,
  undone: 'Zurückgenommen.',
  nothing: 'Nichts gefunden.',
  open: (title, position) => `„${title}“ bei Nachricht ${String(position)} öffnen`,
  shownOf: (shown, count) => `Die ersten ${String(shown)} von ${count}.`,
};
