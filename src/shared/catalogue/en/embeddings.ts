/** What goes wrong with embeddings, and what the user can do. */
export const embeddings = {
  cancelled: 'Stopped.',
  workerLost: 'The built-in embedding model stopped and is started again. Please try once more.',
  workerGone:
    'The built-in embedding model stopped twice. Recall goes on by words; restart Engram to bring the model back.',
  closed: 'Engram is closing.',
  weightsMissing:
    'The files of the built-in embedding model are missing. Recall goes on by words; install Engram again to bring them back.',
  badResponse: (detail: string): string =>
    `The answer of the embedding model cannot be used: ${detail}. Check the model in Settings.`,
} as const;
