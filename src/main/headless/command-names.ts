/** The commands by name; apart, so that opening the window loads none of them. */
export const commandNames: readonly string[] = [
  'chat',
  'search',
  'chats',
  'import',
  'export',
  'stats',
  'mcp',
];
