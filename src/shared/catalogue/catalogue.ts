import { app } from './en/app';
import { chats } from './en/chats';
import { embeddings } from './en/embeddings';
import { main } from './en/main';
import { memory } from './en/memory';
import { menu } from './en/menu';
import { native } from './en/native';
import { settings } from './en/settings';
import { thread } from './en/thread';
import { welcome } from './en/welcome';

/** Every string of the interface, by place; a second language has the same shape. */
export const catalogue = {
  main,
  embeddings,
  app,
  chats,
  thread,
  memory,
  settings,
  welcome,
  menu,
  native,
} as const;
