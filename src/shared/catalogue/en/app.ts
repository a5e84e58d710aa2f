/** Words of the window as a whole: its frame, its notices, its keys. */
export const app = {
  name: 'Engram',
  starting: 'Opening your chats',
  startFailed: 'Engram could not open your data',
  tryAgain: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
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
