import { numberRange } from '../number-range';
import { isOrAre, leadingRange, messageRange } from './message-range';

/** Words of the Summaries tab and of what it asks main for. */
export const summaries = {
  costUnknown: 'price unknown',
  byUser: 'you',
  firstTry: (version: number): string => `v${String(version)}, first try`,
  version: (version: number): string => `v${String(version)}`,
  retried: 'Too low, re-summarised',
  low: 'Too low',
  yours: 'Edited by you',
  inaccurate: 'Says something wrong',
  detailsKept: (kept: number, all: number): string => `${String(kept)} of ${String(all)} details`,
  missingCount: (count: number): string =>
    count === 0 ? 'Nothing missing' : count === 1 ? '1 fact missing' : `${String(count)} facts missing`,
  unscored: 'Not scored',
  unscoredYet: 'Not scored yet',
  show: (name: string): string => `Show ${name}`,
  actions: 'What to do with the summary',
  edit: 'Edit',
  rollBack: (version: number): string => `Roll back to v${String(version)}`,
  rollBackToNone: 'Roll back to no summary',
  again: 'Re-summarise',
  compact: 'Compact now',
  chooseRange: 'Choose a range',
  working: 'Writing a summary…',
  buffer: (tokens: string, limit: string): string => `Buffer is ${tokens} of ${limit} tokens.`,
  wouldFold: (from: number, to: number, version: number): string =>
    `Compact now would fold ${messageRange(from, to)} into v${String(version)}`,
  wouldKeep: (from: number, to: number): string => ` and keep ${numberRange(from, to)}.`,
  nothingToFold: 'There is nothing to fold yet.',
  noneUnderStrategy: 'The strategy of this chat uses no summaries. What is here stays for when it does.',
  wouldRollBack: (name: string, from: number, to: number): string =>
    `Rolling back to ${name} gives ${messageRange(from, to)} back to the buffer.`,
  noSummary: 'no summary',
  range: {
    legend: 'Messages to summarise anew',
    from: 'From message',
    to: 'to',
    would: (from: number, to: number, tokens: string, version: number, base: number | null): string =>
      `Would write v${String(version)} from ${base === null ? '' : `v${String(base)} and `}${messageRange(from, to)} (${tokens} tokens).`,
    leaves: (from: number, to: number): string =>
      ` ${leadingRange(from, to)} ${isOrAre(from, to)} then sent as ${from === to ? 'it is' : 'they are'}, or folded later.`,
    go: 'Summarise this range',
  },
  editor: {
    label: (version: number): string => `Text of v${String(version)}`,
    hint: 'Saving makes a new version that stands for the same messages.',
    save: 'Save as a new version',
  },
  stopped: (message: string, attempts: number): string =>
    `The summariser stopped after ${attempts === 1 ? 'one try' : `${String(attempts)} tries`}. ${message} Older messages wait; nothing is lost.`,
  stoppedScore: (message: string, attempts: number): string =>
    `Judging summaries stopped after ${attempts === 1 ? 'one try' : `${String(attempts)} tries`}. ${message} New versions stay unscored; they are used all the same.`,
  retry: 'Retry',
  diff: {
    heading: (version: number, against: number): string => `v${String(version)} against v${String(against)}`,
    first: (version: number): string => `v${String(version)}, the first`,
    kept: (count: number): string => `${String(count)} kept`,
    added: (count: number): string => `${String(count)} added`,
    lost: (count: number): string => `${String(count)} lost`,
    signs: { kept: 'kept', added: 'added', lost: 'lost' },
    from: (position: number): string => `from ${String(position)}`,
    goTo: (position: number): string => `Go to message ${String(position)}`,
    replaced: (by: string, position: number | null): string =>
      position === null
        ? `Fine: replaced by ${by}.`
        : `Fine: replaced by ${by} in message ${String(position)}.`,
    missing: 'Nothing newer says otherwise, so this is missing.',
    putBack: 'Put it back',
    moreKept: (count: number): string =>
      count === 1 ? '1 more kept line' : `${String(count)} more kept lines`,
    lessKept: 'Fewer kept lines',
    loading: 'Comparing versions',
  },
  judged: {
    heading: (name: string): string => `How ${name} was judged`,
    drawn: (positions: string, judge: string, seed: number): string =>
      `By ${judge}, against ${positions}, drawn with seed ${String(seed)}.`,
    messages: (positions: readonly number[]): string =>
      positions.length === 0
        ? 'no message'
        : `${positions.length === 1 ? 'message' : 'messages'} ${positions.join(', ')}`,
    missing: 'Missing',
  },
  chart: {
    heading: 'Quality over time',
    label: (points: string): string => `Quality of each version, from 0 to 1, floor 0.70: ${points}`,
    point: (name: string, score: string): string => `${name} ${score}`,
    floor: 'floor 0.70',
  },
  coverReasoning: (
    details: { readonly kept: number; readonly all: number },
    sentences: { readonly kept: number; readonly all: number },
  ): string =>
    `Counted without a model: ${String(details.kept)} of ${String(details.all)} names, dates and numbers and ` +
    `${String(sentences.kept)} of ${String(sentences.all)} statements of the drawn messages stand in it.`,
  nothingDrawn: 'There was no message with words to hold it against.',
  unreadable: 'The judge did not answer in the form it was asked for.',
  errors: {
    badRange: (most: number): string =>
      `Choose messages that this chat has, the first before the last, and at most ${String(most)} after an earlier version.`,
    lastStays: 'The last message stays in the buffer. End one message earlier.',
    empty: 'A summary cannot be empty. Roll back to no summary instead.',
    tooLong: (over: number, limit: number): string =>
      `This is ${String(over)} tokens over the limit of ${String(limit)}. Shorten it, or raise the limit in Settings, Memory.`,
    movedOn: 'Another version came in meanwhile. Look at it first, then try again.',
    gone: 'This version no longer exists.',
    otherPath: 'This version stands for messages that are no longer in this chat as they were.',
    nothingToFold: 'There is nothing to fold yet.',
  },
} as const;
