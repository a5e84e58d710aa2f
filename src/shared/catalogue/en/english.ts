import { app } from './app';
import { backups } from './backups';
import { budgets } from './budgets';
import { chats } from './chats';
import { composer } from './composer';
import { costs } from './costs';
import { embeddings } from './embeddings';
import { exporting } from './exporting';
import { files } from './files';
import { floors } from './floors';
import { headless } from './headless';
import { health } from './health';
import { history } from './history';
import { hygiene } from './hygiene';
import { keys } from './keys';
import { main } from './main';
import { memory } from './memory';
import { menu } from './menu';
import { models } from './models';
import { native } from './native';
import { presets } from './presets';
import { profile } from './profile';
import { prompts } from './prompts';
import { provider } from './provider';
import { registry } from './registry';
import { replay } from './replay';
import { reply } from './reply';
import { search } from './search';
import { secondLook } from './second-look';
import { settings } from './settings';
import { storage } from './storage';
import { summaries } from './summaries';
import { thread } from './thread';
import { tiers } from './tiers';
import { updates } from './updates';
import { users } from './users';
import { tools } from './tools';
import { welcome } from './welcome';

/** Every string of the interface in English, by place. */
export const english = {
  main,
  embeddings,
  keys,
  provider,
  app,
  chats,
  thread,
  tools,
  reply,
  composer,
  files,
  history,
  memory,
  search,
  secondLook,
  storage,
  summaries,
  headless,
  health,
  floors,
  hygiene,
  replay,
  costs,
  profile,
  settings,
  tiers,
  models,
  budgets,
  prompts,
  presets,
  updates,
  users,
  registry,
  exporting,
  backups,
  welcome,
  menu,
  native,
} as const;
