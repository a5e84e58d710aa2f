/** Words of past questions that are asked of memory again: cases of one's own, and what-if. */
export const replay = {
  shouldHave: 'It should have remembered…',
  dialog: {
    title: 'What should it have remembered?',
    hint: 'Look for the message the answer should have used, or say which words should have reached the model. It becomes a case of your own: Health asks it again whenever you like, with the settings of then.',
    question: (text: string): string => `Asked: ${text}`,
    search: 'Look for a message',
    hits: 'Messages found',
    noHits: 'No message holds these words.',
    place: (title: string, position: number): string => `${title}, message ${String(position)}`,
    words: 'Keep just these words',
    keep: 'Keep this case',
    kept: 'Kept. Health, Your own cases, asks it again.',
  },
  cases: {
    title: 'Your own cases',
    hint: 'Questions whose answers should have remembered something. Each is asked of memory again with the settings of now, as if nothing had been said after it, and searched for once more where no model answers and nothing is found; no model is asked.',
    none: 'None yet. Choose “It should have remembered…” in the menu of an answer.',
    run: 'Run all',
    stop: 'Stop',
    running: 'Asking…',
    passed: (passed: number, all: number): string => `${String(passed)} of ${String(all)} reach the model`,
    outcome: {
      sent: 'Sent',
      summary: 'In the summary',
      found: 'Found, not sent',
      covered: 'Only in a summary, which may have left it out',
      missing: 'Not found',
      failed: 'Could not be asked',
    },
    expectsWords: (text: string): string => `the words “${text}”`,
    rank: (rank: number): string => `rank ${String(rank)}`,
    open: (title: string, position: number): string => `Open “${title}” at message ${String(position)}`,
    delete: (question: string): string => `Delete the case: ${question}`,
    failed: 'The cases could not be read.',
  },
  whatIf: {
    title: 'What if',
    hint: 'Past turns are asked of memory again under other settings, as if nothing had been said after them. No model is asked and nothing is changed: you see which answers would have lost a source (a message recalled or pinned for them), which would have had fewer recent messages (which of these it used, nobody knows), and what each turn would take. How common a word is, is counted as it is today.',
    window: 'Window',
    windowNow: (tokens: string): string => `As now, ${tokens} tokens`,
    windowOf: (name: string, tokens: string): string => `${name}, ${tokens} tokens`,
    strategy: 'Strategy',
    strategyNow: 'As each chat has it',
    recall: 'Recall by',
    recallBy: {
      now: 'Meaning and words',
      bundled: 'Built-in embedder and words',
      words: 'Words alone',
    },
    of: 'Of',
    thisChat: 'This chat',
    allChats: 'All chats',
    turns: 'Turns',
    run: 'Replay',
    stop: 'Stop',
    noTurns: 'There is no answered question to replay.',
    failed: 'The turns could not be replayed.',
    progress: (done: number, total: number): string => `${String(done)} of ${String(total)} turns replayed`,
    losing: (count: number, total: number): string =>
      count === 0
        ? `None of ${String(total)} answers would have lost a source.`
        : `${String(count)} of ${String(total)} answers would have lost a source.`,
    tokens: (after: string, before: string, change: string): string =>
      `${after} tokens a turn instead of ${before} (${change}).`,
    cost: (after: string, before: string): string => `${after} of prompts instead of ${before}.`,
    unpriced: (count: number, total: number): string =>
      count === total
        ? 'No price is known of the model.'
        : `The price of ${String(count)} of ${String(total)} turns is not known.`,
    table: 'Turns that were replayed',
    unsent: (turns: number): string =>
      turns === 0 ? '' : `${String(turns)} would have had fewer recent messages.`,
    columns: {
      turn: 'Question',
      before: 'Was',
      after: 'Would be',
      unsent: 'Recent fewer by',
      sources: 'Sources',
      lost: 'Lost',
    },
    lost: (position: number, excerpt: string): string => `Message ${String(position)}: ${excerpt}`,
    none: '–',
  },
} as const;
