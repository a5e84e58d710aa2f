import type { settings as english } from '../en/settings';
import type { Words } from '../words';

/** Worte der Einstellungen. */
export const settings: Words<typeof english> = {
  title: 'Einstellungen',
  back: 'Zurück zum Chat',
  tabs: {
    general: 'Allgemein',
    models: 'Modelle',
    memory: 'Gedächtnis',
    tools: 'Werkzeuge',
    prompts: 'Prompts',
    shortcuts: 'Tastenkürzel',
    data: 'Daten',
  },
  sample: 'Beispielchat',
  sampleHint:
    'Ein Gespräch von 200 Nachrichten, um das Gedächtnis ohne Schlüssel und Netz bei der Arbeit zu sehen.',
  openSample: 'Beispielchat öffnen',
  language: 'Sprache',
  languageHint: 'Auch für Zahlen und Daten. Gilt, sobald Engram neu startet; deine Entwürfe bleiben.',
  languageName: { en: 'English', de: 'Deutsch' },
  restartIn: (name) => `Jetzt auf ${name} neu starten`,
  appearance: 'Aussehen',
  appearanceHint: 'Engram richtet sich nach dem System, wenn du nichts wählst.',
  theme: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  themeHint: {
    system: 'Wechselt mit deinem Computer.',
    light: 'Dunkler Text auf hellem Grund.',
    dark: 'Heller Text auf dunklem Grund.',
  },
  desktop: 'Auf deinem Schreibtisch',
  notifyAnswers: 'Sagen, wenn eine Antwort fertig ist',
  notifyAnswersHint:
    'Eine Mitteilung nennt den Chat, solange ein anderes Programm vorn ist, auch wenn ein Werkzeug auf deine Erlaubnis wartet. Sie enthält nichts von der Antwort, und von einem flüchtigen Chat keinen Namen.',
  keepsRunning: 'Weiterlaufen, wenn das Fenster geschlossen wird',
  keepsRunningHint:
    'Engram bleibt im Infobereich und arbeitet im Hintergrund weiter. Beende es dort oder im Menü Datei. Tasten, die es nach vorn holen, stehen unter Tastenkürzel.',
  about: 'Über',
  aboutText: 'Ein Chat für den Schreibtisch, der sich erinnert und zeigt, wie.',
  version: 'Version',
  versionWithBuild: (version, build) => `${version}, Stand ${build}`,
  licence: 'Lizenz',
  licenceName: 'MIT',
  model: 'Modell',
  dataFolder: 'Datenordner',
  dataFolderHint: 'Deine Chats, ihre Verzeichnisse und diese Einstellungen liegen hier und nirgends sonst.',
  open: 'Ordner öffnen',
  shortcuts: 'Tastenkürzel',
  shortcutsHint: 'Sie gelten überall im Fenster.',
  changeKeys: 'Ändern',
  changeKeysOf: (name) => `Tasten von „${name}“ ändern`,
  resetKeys: 'Übliche Tasten',
  resetKeysOf: (name) => `Zurück zu den üblichen Tasten von „${name}“`,
  pressKeys: 'Drücke die neuen Tasten. Esc lässt alles, wie es ist.',
  keysTaken: (name) => `Diese Tasten gehören schon zu „${name}“.`,
  keysUnusable:
    'Diese Tasten werden zum Schreiben oder vom System gebraucht. Nimm Strg, ⌘ oder Alt mit einer anderen Taste.',
  noKeys: 'Keine',
  saveFailed: 'Die Einstellung wurde nicht gespeichert.',
};
