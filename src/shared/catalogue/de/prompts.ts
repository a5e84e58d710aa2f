import type { prompts as english } from '../en/prompts';
import type { Words } from '../words';

/** Worte der Einstellungen zu Prompts. */
export const prompts: Words<typeof english> = {
  title: 'Systemprompt',
  hint: 'Steht zuerst in jedem Kontext. Engram fügt hinzu, wie sein Gedächtnis arbeitet.',
  scope: 'Wessen Prompt',
  all: 'Alle Chats',
  one: 'Dieser Chat',
  oneNone: 'Öffne einen Chat, um ihm einen eigenen Prompt zu geben.',
  label: 'Systemprompt',
  inherited: (text) => `Nichts Eigenes. Es gilt: ${text}`,
  tokens: (count, share) => `${count} von ${share} Tokens`,
  overShare: 'Länger als sein Anteil am Fenster: Das Ende fiele weg.',
  save: 'Speichern',
  saved: 'Gespeichert.',
  inherit: 'Den geerbten verwenden',
  versions: 'Frühere Fassungen',
  noVersions: 'Es gibt keine frühere Fassung.',
  version: (number, when) => `Fassung ${String(number)}, ${when}`,
  emptyVersion: '(der geerbte)',
  restore: 'Zurückholen',
  restoreVersion: (number) => `Fassung ${String(number)} zurückholen`,
  writeFailed: 'Der Prompt wurde nicht gespeichert.',
  failed: 'Der Prompt ließ sich nicht lesen.',
};
