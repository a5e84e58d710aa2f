import { messageRange } from './message-range';

/** Words of exporting chats, and those an exported file holds. */
export const exporting = {
  title: 'Export',
  action: 'Export…',
  all: 'Export all chats',
  allHint:
    'Every chat, with its summaries and your profile, in one file. What you deleted is not in it, nor is any key. Files are not encrypted.',
  what: (chats: number | null): string =>
    chats === null
      ? 'All chats, summaries and the profile'
      : chats === 1
        ? 'One chat'
        : `${String(chats)} chats`,
  choose: 'Write it as',
  formats: { markdown: 'Markdown', html: 'Web page', json: 'JSON, everything' },
  formatHints: {
    markdown: 'To read anywhere, and for other programs. The chats as they stand.',
    html: 'To read in a browser and to print. The chats as they stand.',
    json: 'Every version and mark; Engram can import it again.',
  },
  save: 'Choose a place…',
  progress: (done: string, total: string): string => `${done} of ${total} chats`,
  saved: (name: string, chats: string, messages: string): string =>
    `${name}: ${chats}, ${messages} messages.`,
  chats: (count: number): string => (count === 1 ? '1 chat' : `${String(count)} chats`),
  done: 'Done',
  errors: {
    cancelled: 'The export was cancelled. No file was left behind.',
    noSpace: 'There is no room for the file. Free some space, or choose another place.',
    notAllowed: 'Engram may not write there. Choose another folder.',
    failed: (reason: string): string => `The file could not be written: ${reason}. Choose another place.`,
    running: 'Another export is running. Wait for it, or cancel it.',
  },
  dialog: { title: 'Export chats', button: 'Export' },
  fileName: (day: string): string => `engram-${day}`,
  file: {
    title: 'Chats from Engram',
    exported: (when: string): string => `Exported from Engram, ${when}`,
    roles: { user: 'You', assistant: 'Assistant', system: 'System', tool: 'Tool' },
    pinned: 'pinned',
    excluded: 'kept out of memory',
    states: { stopped: 'stopped', failed: 'failed' },
    summary: (version: number, from: number, to: number): string =>
      `Summary v${String(version)} of ${messageRange(from, to)}`,
    profile: 'Profile',
  },
};
