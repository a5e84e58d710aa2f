import type { floors as english } from '../en/floors';
import type { Words } from '../words';

/** Worte der Karte über die Untergrenzen des Erinnerns. */
export const floors: Words<typeof english> = {
  title: 'Untergrenzen des Erinnerns',
  hint: 'Erst ab diesem Wert wird eine gefundene Nachricht gesendet. Gemessen mit 60 erfundenen Fragen aus der Hälfte der Wörter einer deiner Nachrichten: einmal mit dieser Nachricht, einmal ohne sie und ihre Nachbarn.',
  byKeyword: 'Nur nach Wörtern',
  with: (model) => `Mit ${model}`,
  inForce: (floor) => `Gilt: ${floor}`,
  builtIn: (floor) => `eingebaut ${floor}`,
  measured: (floor, probes, when) => `gemessen ${floor} (${String(probes)} Fragen, ${when})`,
  notMeasured: 'noch nicht gemessen; ab 200 Nachrichten geschieht es von selbst',
  tooFew: (probes) => `zu wenige Fragen zum Messen (${String(probes)} von 20)`,
  withSource: 'Die Nachricht selbst',
  withoutSource: 'Das Beste vom Rest',
  from: 'Werte ab',
  chart: (name, floor) => `${name}: Werte mit und ohne die Nachricht, Untergrenze ${floor}`,
  use: 'Nach den gemessenen Untergrenzen gehen',
  measure: 'Jetzt messen',
  measuring: 'Wird gemessen…',
  failed: 'Die Untergrenzen ließen sich nicht lesen.',
};
