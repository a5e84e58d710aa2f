/** Words of the Summaries tab and of what it asks main for. */
export const summaries = {
  byUser: 'you',
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
