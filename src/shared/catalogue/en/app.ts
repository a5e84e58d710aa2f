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
  local: 'Local model, nothing leaves',
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
    newChat: 'New chat',
    search: 'Search all chats',
    settings: 'Settings',
    stop: 'Stop the answer',
    focusComposer: 'Go to the message field',
    toggleSidebar: 'Show or hide the chat list',
  },
  keys: { command: '⌘', control: 'Ctrl', shift: 'Shift', escape: 'Esc' },
} as const;
