/** What goes wrong with embeddings, and what the user can do. */
export const embeddings = {
  cancelled: 'Stopped.',
  workerLost: 'The built-in embedding model stopped and is started again. Please try once more.',
  workerGone:
    'The built-in embedding model stopped twice. Recall goes on by keyword; restart Engram to bring the model back.',
  closed: 'Engram is closing.',
  weightsMissing:
    'The files of the built-in embedding model are missing. Recall goes on by keyword; install Engram again to bring them back.',
  auth: 'The embedding server did not accept the API key. Check the key in Settings.',
  unknownModel: (model: string): string =>
    `The embedding server does not know the model "${model}". Choose another in Settings.`,
  rateLimit: 'The embedding server asks to slow down. Engram waits and goes on by itself.',
  quota:
    'The account of the embedding server has no credit left. Top it up, or choose another model in Settings.',
  server: (status: number): string =>
    `The embedding server failed (${String(status)}). Engram tries again; recall goes on by keyword.`,
  refused: (status: number): string =>
    `The embedding server refused the request (${String(status)}). Check the model in Settings.`,
  network: 'The embedding server cannot be reached. Check the connection and the address in Settings.',
  timeout: 'The embedding server did not answer in time. Engram tries again; recall goes on by keyword.',
  badResponse: (detail: string): string =>
    `The answer of the embedding model cannot be used: ${detail}. Check the model in Settings.`,
} as const;
