/** Words of the place where the next message is written: whether the chat is kept, and what may be asked. */
export const composer = {
  remember: 'Remember this chat',
  /** What the switch means, whichever way it stands. */
  rememberHint: 'Off, it is kept in memory only: no summary jobs, gone when Engram closes.',
  rememberFailed: 'The chat stays as it is.',
  temporary: 'Temporary: not kept',
  suggestions: 'Questions worth asking this chat',
  ask: (question: string): string => `Ask: ${question}`,
} as const;
