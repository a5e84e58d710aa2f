import type { presets as english } from '../en/presets';
import type { Words } from '../words';

/** Worte der Vorlagen: Texte, die wieder gebraucht werden. */
export const presets: Words<typeof english> = {
  title: 'Vorlagen',
  hint: 'Texte, die du immer wieder brauchst. Setze einen mit dem Knopf neben dem Feld in eine Nachricht, oder indem du darin / tippst.',
  variables:
    'Wörter in doppelten Klammern sind Variablen: {{date}}, {{time}}, {{user}}, {{chat}} und {{model}} füllen sich selbst, hier und im Systemprompt; nach jeder anderen wirst du gefragt, wenn du die Vorlage benutzt.',
  none: 'Noch keine Vorlagen.',
  addExamples: 'Drei Beispiele hinzufügen',
  examples: [
    {
      name: 'Übersetzen',
      text: 'Übersetze dies nach {{Sprache}} und lass Namen und Zahlen, wie sie sind:\n\n',
    },
    {
      name: 'Was haben wir beschlossen',
      text: 'Was haben wir zu {{Thema}} bisher beschlossen, wann, und was ist noch offen?',
    },
    {
      name: 'Meinen Text durchsehen',
      text: 'Sieh den Text unten durch, wie {{Leser}} es täte. Liste auf, was unklar ist, dann gib eine bessere Fassung.\n\n',
    },
  ],
  add: 'Vorlage hinzufügen',
  edit: (name) => `„${name}“ bearbeiten`,
  delete: (name) => `„${name}“ löschen`,
  deleted: (name) => `Die Vorlage „${name}“ ist gelöscht.`,
  name: 'Name',
  text: 'Text',
  asks: (names) => `Fragt nach: ${names}`,
  asksNothing: 'Fragt nach nichts.',
  save: 'Speichern',
  failed: 'Die Vorlagen ließen sich nicht lesen.',
  use: 'Vorlage einfügen',
  manage: 'Vorlagen bearbeiten…',
  fill: (name) => `„${name}“ ausfüllen`,
  insert: 'Einfügen',
};
