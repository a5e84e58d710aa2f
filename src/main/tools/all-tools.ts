import type { Tool } from '../memory/ports/tool';
import { calculateTool } from './calculate';
import { currentTimeTool } from './current-time';
import { getMessageTool } from './get-message';
import { pinMessageTool } from './pin-message';
import { searchMemoryTool } from './search-memory';

/** Every tool, in the order the settings show them. A new one is a file of its own and a line here. */
export const allTools: readonly Tool[] = [
  searchMemoryTool,
  getMessageTool,
  currentTimeTool,
  calculateTool,
  pinMessageTool,
];
