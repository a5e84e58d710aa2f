/** Words of the second look: in the thread, in the Recall tab and in the settings. */
export const secondLook = {
  name: 'Second look',
  setting: 'Look again when something is missing',
  settingHint:
    'When an answer says that information is missing, memory searches once more, by the dates, names and numbers of your question. If that finds something new, the question is answered again, once. The second answer costs one more request. Without a model it searches again before quoting.',
  on: 'On',
  off: 'Off',
  /** In the thread, above the answer. */
  again: (found: number): string =>
    found === 1
      ? 'Answered again after a second look found 1 message.'
      : `Answered again after a second look found ${String(found)} messages.`,
  beforeReply: (found: number): string =>
    found === 1
      ? 'A second look found this message.'
      : `A second look found these ${String(found)} messages.`,
  /** The same where the second answer failed or was stopped before it had a word. */
  stands: (found: number): string =>
    found === 1
      ? 'A second look found 1 message, but no second answer came: this is the first one.'
      : `A second look found ${String(found)} messages, but no second answer came: this is the first one.`,
  showFirst: 'Show the first answer',
  hideFirst: 'Hide the first answer',
  firstGone: 'The first answer is no longer there.',
  firstFailed: 'The first answer could not be read.',
  firstLabel: 'The first answer, which gave way to this one',
  costReported: (prompt: string, completion: string): string =>
    `The first answer took ${prompt} tokens in and ${completion} out, as reported.`,
  costEstimated: (tokens: string): string => `The first answer took ${tokens} tokens in, estimated.`,
  /** In the Recall tab. */
  because: {
    'reply-says-missing': 'The first answer said that something was missing:',
    'nothing-found': 'Nothing was above the floor, so memory looked again before the reply.',
  },
  searchedFor: 'Searched by words for',
  foundNew: (count: number): string =>
    count === 1 ? '1 new message was found.' : `${String(count)} new messages were found.`,
  noSecond: 'No second answer came, so the first one stands.',
  foundNothing: 'Nothing new was found, so the answer stands.',
} as const;
