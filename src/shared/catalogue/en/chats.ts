/** Words of the chat list, its search and the import. */
export const chats = {
  label: 'Chats',
  newChat: 'New chat',
  untitled: 'New chat',
  search: 'Search all chats',
  showList: 'Show the chat list',
  hideList: 'Hide the chat list',
  import: 'Import',
  pinned: 'Pinned',
  today: 'Today',
  yesterday: 'Yesterday',
  messages: (count: number): string => (count === 1 ? '1 message' : `${String(count)} messages`),
  actions: (title: string): string => `Actions for ${title}`,
  rename: 'Rename',
  renameField: 'Chat title',
  pin: 'Pin',
  unpin: 'Unpin',
  delete: 'Delete',
  deleted: (title: string): string => `“${title}” deleted`,
  temporary: 'Temporary',
  temporaryChat: 'Temporary chat, not kept',
  deleteDialog: {
    title: (title: string): string => `Delete “${title}”?`,
    text: 'This chat is temporary: it is kept nowhere, so it cannot be brought back.',
    delete: 'Delete for good',
  },
  importDialog: {
    title: 'Import conversations',
    from: (file: string): string => `From ${file}. Each conversation becomes one chat per session.`,
    failed: 'This file could not be imported',
    empty: 'There is no conversation in this file.',
    speakers: (names: readonly string[]): string => names.join(' and '),
    shape: (sessions: number, messages: string): string =>
      `${sessions === 1 ? '1 session' : `${String(sessions)} sessions`}, ${messages} messages`,
    dates: (from: string, to: string): string => (from === to ? from : `${from} to ${to}`),
    unreadable: (count: number): string =>
      count === 1 ? '1 chat could not be read' : `${String(count)} chats could not be read`,
    already: (count: number): string =>
      count === 1 ? '1 chat imported already' : `${String(count)} chats imported already`,
    run: 'Import',
    runNamed: (title: string): string => `Import ${title}`,
    progress: (done: string, total: string): string => `${done} of ${total} messages`,
    starting: 'Reading the conversation',
    added: (sessions: number, messages: string): string =>
      `${sessions === 1 ? '1 chat' : `${String(sessions)} chats`} with ${messages} messages added.`,
    skipped: (count: number): string =>
      count === 1 ? '1 was there already.' : `${String(count)} were there already.`,
    nothingAdded: 'Nothing added: all its chats are there already.',
    open: 'Open the newest chat',
    done: 'Done',
  },
} as const;
