import { numberRange } from '../number-range';
import { isOrAre, messageRange } from './message-range';

/** Words of the settings' memory: strategies, budgets and what a change of them means. */
export const budgets = {
  strategies: 'How memory works',
  strategiesHint: 'What new chats start with.',
  strategy: {
    hybrid: ['Hybrid', 'Summary, recall and recent messages. For most chats, above all long ones.'],
    summary: ['Summary and recent', 'No recall. When old details hardly ever come back.'],
    retrieval: ['Recall and recent', 'No summary. To look facts up in old messages.'],
    buffer: ['Recent only', 'The last messages, by number. For short, separate questions.'],
    'sliding-window': ['Last tokens only', 'As many recent messages as fit. For short-lived chats.'],
  },
  thisChat: (title: string): string => `“${title}” uses`,
  budgets: 'Budgets',
  budgetsHint: 'Tokens of one context.',
  field: {
    maxContextTokens: 'Window',
    systemTokens: 'System prompt',
    profileTokens: 'Profile',
    summaryTokens: 'Summary',
    pinnedTokens: 'Pinned',
    recalledTokens: 'Recalled',
    replyReserveTokens: 'Reply',
    bufferMessageLimit: 'Recent messages at most',
    retrievalTopK: 'Recalled messages at most',
    summaryTrigger: 'Summarise at % of the window',
  },
  left: 'Question and recent messages',
  bar: 'How the window would be divided',
  outOfRange: (name: string, least: string, most: string): string =>
    `${name} must lie between ${least} and ${most}.`,
  overWindow: (sum: string, excess: string): string =>
    `The parts and a question add up to ${sum}, ${excess} more than the window. Save is off until it fits.`,
  unusualTrigger: 'Usual is 30–50 %: earlier loses detail for nothing, later crowds out recall.',
  fix: (name: string, value: string): string => `Set ${name.toLowerCase()} to ${value}`,
  unsaved: (count: number): string => (count === 1 ? '1 unsaved change' : `${String(count)} unsaved changes`),
  undo: 'Undo',
  save: 'Save',
  standard: 'Back to standard',
  preview: 'What it would change',
  previewNone: 'Open a chat to see here what a change would mean for it.',
  previewUnfit: 'This is worked out once the figures fit.',
  previewFailed: 'This could not be worked out.',
  sent: (from: number, to: number): string =>
    `${messageRange(from, to)} ${isOrAre(from, to)} sent as ${from === to ? 'it is' : 'they are'}`,
  sentNone: 'no message is sent as it is',
  now: (from: number, to: number): string => ` (now ${numberRange(from, to)})`,
  covered: (to: number): string => `the summary covers 1–${String(to)}`,
  waiting: (count: number): string =>
    count === 1 ? '1 message waits for a summary' : `${String(count)} messages wait for a summary`,
  leftOut: (count: number): string =>
    count === 1 ? '1 message is left out' : `${String(count)} messages are left out`,
  used: (used: string, whole: string): string => `${used} of ${whole} tokens before the next question`,
  recalled: (quotes: number, tokens: string): string =>
    `, and up to ${String(quotes)} recalled ${quotes === 1 ? 'quote' : 'quotes'} (at most ${tokens} tokens) for a question`,
  inChat: (title: string, what: string): string => `In “${title}”: ${what}.`,
} as const;
