import type { Command } from './command';
import { chatCommand } from './commands/chat';
import { chatsCommand } from './commands/chats';
import { exportCommand } from './commands/export';
import { importCommand } from './commands/import';
import { mcpCommand } from './commands/mcp';
import { searchCommand } from './commands/search';
import { statsCommand } from './commands/stats';

/** Every command of the terminal; a new one is a file and a line here. */
export const allCommands: readonly Command[] = [
  chatCommand,
  searchCommand,
  chatsCommand,
  importCommand,
  exportCommand,
  statsCommand,
  mcpCommand,
];
