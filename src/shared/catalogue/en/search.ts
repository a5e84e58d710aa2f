import { messageRange } from './message-range';

/** Words of the search and its commands. */
export const search = {
  title: 'Search and commands',
  field: 'Search',
  placeholder: 'Search all chats, or type > for commands',
  results: 'Hits',
  kinds: { all: 'All', messages: 'Messages', summaries: 'Summaries', facts: 'Facts', titles: 'Chats' },
  kind: (name: string, count: string): string => `${name} ${count}`,
  kindsLabel: 'Kinds of hits',
  more: (count: string): string => `${count}+`,
  hits: (count: string, chats: number, ms: string): string =>
    `${count === '1' ? '1 hit' : `${count} hits`} in ${chats === 1 ? '1 chat' : `${String(chats)} chats`}, ${ms} ms`,
  noHits: 'No hits',
  searching: 'Searching',
  empty: 'Nothing found',
  emptyHint: 'No title, message, summary or fact holds all these words. Try fewer, or take a filter away.',
  failed: 'The search failed.',
  recent: 'Recent chats',
  titles: 'Chats',
  facts: 'Known of you',
  commands: 'Commands',
  groupShown: (shown: number, total: number): string =>
    shown === total
      ? total === 1
        ? '1 hit'
        : `${String(total)} hits`
      : `${String(shown)} of ${String(total)} hits`,
  messagePlace: (position: number, author: string, day: string): string =>
    `Message ${String(position)}, ${author}, ${day}`,
  summaryPlace: (version: number, from: number, to: number): string =>
    `Summary v${String(version)}, ${messageRange(from, to)}`,
  factPlace: (about: string, day: string, holds: boolean): string =>
    `${about}, ${day}${holds ? '' : ', of the past'}`,
  titlePlace: (messages: number, day: string): string =>
    `${messages === 1 ? '1 message' : `${String(messages)} messages`}, ${day}`,
  filters: 'Filters',
  chat: 'Chat',
  allChats: 'All chats',
  thisChat: 'This chat',
  who: 'Who',
  anyone: 'Anyone',
  when: 'When',
  spans: { any: 'Any time', week: 'Last 7 days', month: 'Last 31 days', year: 'Last 12 months' },
  detail: 'The chosen hit',
  detailPlace: (position: number, total: number, author: string, when: string): string =>
    `Message ${String(position)} of ${String(total)}, ${author}, ${when}`,
  neighbour: (position: number, author: string): string => `${String(position)}, ${author}: `,
  inSummary: (version: number): string => `In summary v${String(version)}`,
  usedByMemory: 'Used by memory',
  notUsed: 'Not recalled so far.',
  recalledIn: (turn: number, rank: number | null): string =>
    rank === null
      ? `Recalled in turn ${String(turn)}`
      : `Recalled in turn ${String(turn)}, rank ${String(rank)}`,
  ofChat: (use: string, chat: string): string => `${use}, in ${chat}`,
  scores: (vector: string | null, bm25: string | null): string =>
    [vector === null ? null : `vec ${vector}`, bm25 === null ? null : `BM25 ${bm25}`]
      .filter((part) => part !== null)
      .join(', '),
  keptInSummary: (version: number): string => `Covered by summary v${String(version)}`,
  summaryRange: (from: number, to: number): string => messageRange(from, to),
  open: 'Open in chat',
  copy: 'Copy the message',
  move: 'move',
  enter: 'open',
  tab: 'filters',
  keys: { up: '↑', down: '↓', enter: '↵', tab: 'Tab' },
  reach: 'Searches on this computer; nothing is sent',
  commandNames: {
    newTemporaryChat: 'New temporary chat',
    import: 'Import conversations',
    openSample: 'Open the sample chat',
    showTab: (tab: string): string => `Memory: ${tab}`,
    showSettings: (tab: string): string => `Settings: ${tab}`,
    theme: (theme: string): string => `Appearance: ${theme}`,
    openDataFolder: 'Open the data folder',
  },
} as const;
