import type { updates as english } from '../en/updates';
import type { Words } from '../words';

/** Worte der Karte über neuere Versionen. */
export const updates: Words<typeof english> = {
  title: 'Aktualisierungen',
  hint: 'Engram fragt keinen Server nach neueren Versionen. Liegen sie in einem Ordner, den du erreichst, kann es in die Kanaldatei daneben sehen: beim Start, und wann immer du willst.',
  off: 'Nichts wird angesehen.',
  choose: 'Kanaldatei wählen…',
  chooseOther: 'Andere wählen…',
  stop: 'Nicht mehr nachsehen',
  look: 'Jetzt nachsehen',
  newest: (version) => `Nichts Neueres: Die Datei bietet ${version}.`,
  newer: (version, day) =>
    day === '' ? `Version ${version} ist da.` : `Version ${version} vom ${day} ist da.`,
  show: 'Prüfen und zeigen',
  whole: 'Sie ist heil. Schließe Engram, um sie zu installieren.',
  notice: (version) =>
    `Version ${version} von Engram ist da. Einstellungen, Allgemein, Aktualisierungen zeigt sie.`,
  dialog: {
    title: 'Kanaldatei wählen',
    button: 'Wählen',
    filter: 'Kanaldateien (latest.yml)',
  },
  errors: {
    noChannel:
      'Das ist keine Kanaldatei. Sie heißt latest.yml, latest-linux.yml oder latest-mac.yml und liegt neben den Paketen einer Version.',
    unreadable:
      'Die Kanaldatei lässt sich nicht lesen. Prüfe, ob ihr Ordner erreichbar ist, oder wähle eine andere.',
    noPackage: 'Das Paket dieser Version liegt nicht neben seiner Kanaldatei.',
    damaged: (name) =>
      `${name} ist nicht, was die Kanaldatei sagt: vielleicht unvollständig oder verändert. Installiere es nicht.`,
  },
};
