/** Words of the window as a whole: its frame, its notices, its keys. */
export const app = {
  log: {
    title: 'Log',
    hint: 'What Engram did and what failed, for whoever helps you. It holds no message and no key, and is sent nowhere.',
    preview: 'Look at it, or save it…',
    dialogTitle: 'The log',
    dialogHint: (lines: string, isCut: boolean): string =>
      `${lines} lines${isCut ? ', the latest' : ''}. This is exactly what would be saved; the name of your home folder is left out.`,
    empty: 'The log is empty.',
    save: 'Save as a file…',
    saved: (name: string): string => `Saved as ${name}.`,
    fileName: (day: string): string => `engram-log-${day}`,
  },
  name: 'Engram',
  starting: 'Opening your chats',
  startFailed: 'Engram could not open your data',
  tryAgain: 'Try again',
  drawFailed: {
    text: (reason: string): string =>
      `Something in this window could not be drawn. What is stored is not touched by it. (${reason})`,
    reload: 'Load the window again',
  },
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  /** Behind the progress of something long. */
  left: (seconds: number): string =>
    seconds < 90 ? `about ${String(seconds)} s left` : `about ${String(Math.round(seconds / 60))} min left`,
  retry: 'Retry',
  dismiss: 'Dismiss',
  offline: 'Offline, nothing leaves',
  local: 'Local, nothing leaves',
  sendsTo: (hosts: string): string => `Sends to ${hosts}`,
  connected: (model: string): string => `Answers come from ${model}`,
  settings: 'Settings',
  notice: 'Notice',
  /** The person who writes, in front of his own messages. */
  you: 'You',
  assistant: 'Engram',
  author: (role: 'system' | 'user' | 'assistant' | 'tool'): string => {
    const names = { system: 'System', user: 'You', assistant: 'Engram', tool: 'Tool' };
    return names[role];
  },
  shortcuts: {
    search: 'Search and commands',
    newChat: 'New chat',
    newWindow: 'Open this chat in a window of its own',
    settings: 'Settings',
    shortcutList: 'Keyboard shortcuts',
    findInChat: 'Find in this chat',
    findInAll: 'Search all chats',
    toggleSidebar: 'Show or hide the chat list',
    chatByNumber: 'Open the first to ninth chat of the list',
    nextChat: 'Next chat',
    previousChat: 'Previous chat',
    stop: 'Stop the answer',
    focusComposer: 'Go to the message field',
    summon: 'Bring Engram to the front, from any program',
  },
  keys: {
    command: '⌘',
    option: '⌥',
    control: 'Ctrl',
    alt: 'Alt',
    shift: 'Shift',
    escape: 'Esc',
    tab: 'Tab',
    digit: '1–9',
  },
} as const;
