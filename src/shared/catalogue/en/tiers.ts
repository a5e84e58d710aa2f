/** Words of the tiers. */
export const tiers = {
  title: 'Tiers',
  hint: 'Tokens. A tier fills in the budgets and what new chats start with; you can change them after.',
  name: { free: 'Free', standard: 'Standard', pro: 'Pro', own: 'Own' },
  /** A tier with its window, short enough for a pill: "Standard 8k". */
  withWindow: (name: string, tokens: number): string => `${name} ${String(Math.round(tokens / 100) / 10)}k`,
  pillHint: 'Tier: how many tokens a context has. Open its settings',
  strategyHint: 'How the memory of this chat works. Open its settings',
  columns: {
    tier: 'Tier',
    window: 'Window',
    memory: 'Memory',
    summary: 'Summary',
    recalled: 'Recalled',
    reply: 'Reply',
    goodFor: 'Good for',
  },
  goodFor: {
    free: 'Small or costly models, and short chats: nothing but the recent messages is sent.',
    standard: 'Most chats: summary, recall and recent messages.',
    pro: 'Long work over several chats: recall looks into all of them.',
  },
  /** Before what a choice would send of the open chat. */
  thisChat: (what: string): string => `This chat: ${what}.`,
  none: '–',
  own: 'Own: a tier that you edited.',
  switchChat: (title: string, strategy: string, scope: string): string =>
    `Switch “${title}” to it too: ${strategy}, ${scope}`,
  scope: { session: 'recall in this chat', user: 'recall in all chats' },
  chatKeeps: (title: string, strategy: string): string => `“${title}” keeps its own choice: ${strategy}.`,
} as const;
