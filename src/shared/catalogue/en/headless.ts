/** Words of the terminal command and of the memory server. */
export const headless = {
  usage: (commands: readonly (readonly [string, string])[]): string =>
    [
      'usage: engram <command> [options]',
      '',
      ...commands.map(([usage, about]) => `  ${usage}\n      ${about}`),
      '',
      '  --data FOLDER   the data folder; the one Engram uses where absent',
      '  --json          one JSON value on standard output',
      '  --help          this page',
      '',
      'Exit codes: 0 done, 1 unexpected, 2 usage or unreadable file, 3 not found, 4 refused, 5 storage, 6 model or server, 130 stopped.',
    ].join('\n'),
  commandUsage: (usage: string, about: string): string => `usage: engram ${usage}\n${about}`,
  unknownCommand: (name: string): string => `There is no command “${name}”. engram --help lists them.`,
  wrongUse: (usage: string, problem: string): string => `${problem}\nusage: engram ${usage}`.trim(),
  about: {
    chat: 'Sends one message, or each line of standard input, and prints the answer and its sources. --all recalls from every chat.',
    search: 'What memory finds for a query, by words and by meaning; --words finds exact words alone.',
    chats: 'The chats, the last used first.',
    import: 'Imports a file of chats. --wait stays until they are embedded.',
    export: 'Writes chats to a file: all of them, or those named.',
    stats: 'What the memory holds.',
    mcp: 'Serves the memory of one user for reading, over stdio. Off until it is switched on in Settings.',
  },
  noKeychain: 'A terminal has no keychain. Enter the key in Engram, or set OPENAI_API_KEY.',
  noSuchUser: (names: readonly string[]): string =>
    `There is no such person. There are: ${names.join(', ')}.`,
  byWordsOnly: (model: string): string =>
    `Searched by words alone: ${model} embeds in Engram itself, and nothing is sent from here.`,
  unanswered: 'Engram is running and does not answer. Close it, or try again when it is idle.',
  userLeft: 'Another person took the screen. The answer goes on and is stored; it is read in its own chat.',
  olderProgram: 'The Engram that is running does not know this command. Close it, or update it.',
  noChats: 'There are no chats yet.',
  nothingFound: 'Nothing in memory fits this.',
  lessLikely: 'Less likely:',
  sources: (count: number): string =>
    count === 1 ? 'From 1 earlier message:' : `From ${String(count)} earlier messages:`,
  refusedTool: (name: string): string =>
    `The model wanted to use ${name}, which asks first. Allow it in Engram.`,
  lookedAgain: 'Memory was looked through once more, and the answer begins again.',
  imported: (title: string, chats: number, messages: number, skipped: number): string =>
    `${title}: ${String(chats)} chats with ${String(messages)} messages` +
    (skipped === 0 ? '' : `, ${String(skipped)} were there already`),
  reading: (percent: number): string => `reading ${String(percent)} %`,
  importing: (done: number, total: number): string => `importing ${String(done)} of ${String(total)}`,
  embedding: (left: number): string => `${String(left)} jobs left`,
  exported: (chats: number, messages: number, path: string): string =>
    `${String(chats)} chats with ${String(messages)} messages: ${path}`,
  badFormat: (formats: readonly string[]): string => `--format is one of ${formats.join(', ')}.`,
  badId: 'This is no id of a chat. engram chats lists them.',
  badLimit: '--limit is a number from 1 to 100.',
  card: {
    name: 'Memory for other programs',
    on: 'On',
    off: 'Off',
    ofAnother: 'On, for another person',
    setting: 'Let other programs read this memory',
    hint: 'Assistants and editors on this computer can then search your chats over MCP. They read, and change nothing. What they find they may send to their own model.',
    howTo: 'Give them this command:',
  },
  serverOff:
    'The memory server is off. Switch it on in Engram: Settings, Data, “Let other programs read this memory”.',
} as const;
