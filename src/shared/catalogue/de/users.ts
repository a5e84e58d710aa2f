import type { users as english } from '../en/users';
import type { Words } from '../words';

/** Worte der Benutzer an diesem Computer. */
export const users: Words<typeof english> = {
  title: 'Benutzer',
  hint: 'Jeder Benutzer hat eigene Chats, Prompts und ein eigenes Gedächtnis; nichts davon sieht ein anderer. Modelle, Schlüssel und Budgets sind gemeinsam.',
  switchUser: 'Benutzer wechseln',
  switchTo: (name) => `Zu ${name} wechseln`,
  current: (name) => `${name}, der Benutzer jetzt. Benutzer wechseln`,
  now: 'Jetzt',
  switch: 'Wechseln',
  manage: 'Benutzer verwalten',
  add: 'Benutzer hinzufügen',
  name: 'Name des Benutzers',
  newName: 'Name des neuen Benutzers',
  save: 'Speichern',
  rename: (name) => `${name} umbenennen`,
  delete: (name) => `${name} und alle Chats löschen`,
  deleted: (name) => `${name} und alle Chats gelöscht`,
};
