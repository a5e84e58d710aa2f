import { app } from './en/app';
import { backups } from './en/backups';
import { budgets } from './en/budgets';
import { chats } from './en/chats';
import { composer } from './en/composer';
import { costs } from './en/costs';
import { embeddings } from './en/embeddings';
import { exporting } from './en/exporting';
import { files } from './en/files';
import { floors } from './en/floors';
import { headless } from './en/headless';
import { health } from './en/health';
import { history } from './en/history';
import { hygiene } from './en/hygiene';
import { keys } from './en/keys';
import { main } from './en/main';
import { memory } from './en/memory';
import { menu } from './en/menu';
import { models } from './en/models';
import { native } from './en/native';
import { presets } from './en/presets';
import { profile } from './en/profile';
import { prompts } from './en/prompts';
import { provider } from './en/provider';
import { registry } from './en/registry';
import { replay } from './en/replay';
import { reply } from './en/reply';
import { search } from './en/search';
import { secondLook } from './en/second-look';
import { settings } from './en/settings';
import { summaries } from './en/summaries';
import { thread } from './en/thread';
import { tiers } from './en/tiers';
import { users } from './en/users';
import { tools } from './en/tools';
import { welcome } from './en/welcome';

/** Every string of the interface, by place; a second language has the same shape. */
export const catalogue = {
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
  users,
  registry,
  exporting,
  backups,
  welcome,
  menu,
  native,
} as const;
