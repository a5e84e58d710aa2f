/** Words of what can be done to a message, of versions, and of forgetting. */
export const history = {
  actions: (position: number): string => `Actions for message ${String(position)}`,
  copy: 'Copy the text',
  edit: 'Edit and ask again',
  regenerate: 'Answer again',
  pin: 'Pin into the context',
  unpin: 'Unpin',
  exclude: 'Keep out of memory',
  include: 'Let into memory again',
  fork: 'New chat from here',
  delete: 'Delete',
  deleteFrom: 'Delete this and all that follows',
  pinned: 'Pinned: sent with every message',
  excluded: 'Kept out of memory: not sent, summarised or recalled.',
  editField: 'Edit your message',
  ask: 'Ask again',
  editHint: 'The earlier version stays, with the answers it had.',
  versions: (version: number, versions: number): string =>
    `Version ${String(version)} of ${String(versions)}`,
  count: (version: number, versions: number): string => `${String(version)} / ${String(versions)}`,
  earlier: 'Earlier version',
  later: 'Later version',
  failed: 'That did not work.',
  said: {
    copied: 'Copied.',
    pinned: 'Pinned. It is sent with every message of this chat.',
    unpinned: 'No longer pinned.',
    excluded: 'Kept out of memory.',
    included: 'In memory again.',
    deleted: 'Deleted. It can be brought back for ten seconds.',
    restored: 'Brought back.',
    version: (version: number, versions: number): string =>
      `Version ${String(version)} of ${String(versions)} is shown.`,
  },
  deletedToast: (count: number): string =>
    count === 1 ? 'Message deleted' : `${String(count)} messages deleted`,
  heldToast: (count: number): string =>
    count === 1
      ? 'Erased. One place still holds its words.'
      : `Erased. ${String(count)} places still hold its words.`,
  show: 'Show',
  forget: {
    title: 'Forget',
    hint: 'What you delete is hidden at once and erased ten seconds later, or when Engram closes: from your chats, the indexes, summaries and records. Then every file of the data folder is searched for what still holds its words.',
    range: 'Delete a part of a chat',
    chat: 'Chat',
    from: 'From message',
    to: 'to message',
    deleteRange: 'Delete messages',
    noSuchRange: 'This chat has no such messages any more.',
    empty: 'Nothing was deleted since Engram started.',
    loading: 'Searching every file',
    what: (kind: 'messages' | 'session' | 'user', count: number): string => {
      const messages = count === 1 ? '1 message' : `${String(count)} messages`;
      if (kind === 'user') return `A user with ${messages}`;
      return kind === 'session' ? `A chat of ${messages}` : messages;
    },
    waiting: 'Hidden, erased in a moment',
    clean: (files: number): string => `Erased. ${String(files)} files searched, nothing is left.`,
    held: (places: number, files: number): string =>
      `Erased. ${String(files)} files searched; ${places === 1 ? 'one place holds' : `${String(places)} places hold`} some of its words:`,
    kinds: {
      message: 'Message',
      summary: 'Summary',
      fact: 'Fact',
      draft: 'Draft',
      prompt: 'System prompt',
      title: 'Chat title',
      snapshot: 'Record of an answer',
      job: 'Background job',
      case: 'Case of your own',
      record: 'Setting or record',
      backup: 'Backup',
      file: 'File',
    },
    inChat: (chat: string): string => `in “${chat}”`,
    forgetOne: 'Forget it too',
    forgetOneOf: (what: string): string => `Forget it too: ${what}`,
    forgetAll: (count: number): string => (count === 1 ? 'Forget it too' : `Forget all ${String(count)} too`),
    forgetting: 'Forgetting',
    dismiss: 'Close this report',
    cannot: 'Change this in the settings.',
  },
} as const;
