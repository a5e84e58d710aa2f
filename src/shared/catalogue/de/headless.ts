import { headless as english } from '../en/headless';
import type { Words } from '../words';

/** Worte der Karte über andere Programme. Der Befehl im Terminal spricht Englisch. */
export const headless: Words<typeof english> = {
  ...english,
  card: {
    name: 'Gedächtnis für andere Programme',
    on: 'An',
    off: 'Aus',
    ofAnother: 'An, für eine andere Person',
    setting: 'Andere Programme dieses Gedächtnis lesen lassen',
    hint: 'Assistenten und Editoren auf diesem Computer können dann deine Chats über MCP durchsuchen. Sie lesen und ändern nichts. Was sie finden, senden sie vielleicht an ihr eigenes Modell.',
    howTo: 'Gib ihnen diesen Befehl:',
  },
};
