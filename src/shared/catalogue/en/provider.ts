/** What a request to a server was for. */
export type RequestPurpose = 'chat' | 'embedding' | 'models';

const servers: Readonly<Record<RequestPurpose, string>> = {
  chat: 'The model server',
  embedding: 'The embedding server',
  models: 'The server',
};
const later: Readonly<Record<RequestPurpose, string>> = {
  chat: 'Try again in a moment.',
  embedding: 'Engram tries again; recall goes on by words.',
  models: 'Try again in a moment.',
};
const count = (tokens: number): string => tokens.toLocaleString('en');

/** What goes wrong between Engram and a model server, and what the user can do. */
export const provider = {
  stopped: 'Stopped.',
  auth: (purpose: RequestPurpose): string =>
    `${servers[purpose]} did not accept the API key. Check the key in Settings.`,
  noKey: (purpose: RequestPurpose): string => `${servers[purpose]} asks for an API key. Add one in Settings.`,
  unusableKey: 'The API key holds characters that no key has. Paste it again in Settings.',
  unknownModel: (purpose: RequestPurpose, model: string): string =>
    `${servers[purpose]} does not know the model “${model}”. Choose another in Settings.`,
  nothingThere: (purpose: RequestPurpose): string =>
    `${servers[purpose]} has nothing at this address. Check it in Settings; most addresses end in /v1.`,
  rateLimit: {
    chat: 'The model server asks to slow down. Wait a moment, then try again.',
    embedding: 'The embedding server asks to slow down. Engram waits and goes on by itself.',
    models: 'The server asks to slow down. Wait a moment, then try again.',
  },
  quota: (purpose: RequestPurpose): string =>
    `The account has no credit left. ${servers[purpose]} answers again once it is topped up; or choose another model in Settings.`,
  overflow: (windowTokens: number | null): string =>
    windowTokens === null
      ? 'The context is too long for this model. Lower the budget in Settings, or choose a model with a larger window.'
      : `The context is too long for this model, which takes ${count(windowTokens)} tokens. Lower the budget in Settings, or choose a model with a larger window.`,
  textTooLong: 'A text is longer than the embedding model takes. Choose another embedding model in Settings.',
  server: (purpose: RequestPurpose, status: number | null): string =>
    `${servers[purpose]} failed${status === null ? '' : ` (${String(status)})`}. ${later[purpose]}`,
  /** `detail` is what the server said, cleaned; it may be empty. */
  refused: (purpose: RequestPurpose, status: number | null, detail: string): string => {
    const what = `${servers[purpose]} refused the request${status === null ? '' : ` (${String(status)})`}`;
    return `${what}${detail === '' ? '.' : `: ${detail}`} Check the model in Settings.`;
  },
  network: {
    dns: (purpose: RequestPurpose): string =>
      `${servers[purpose]} was not found under this name. Check the address in Settings and the connection.`,
    refused: (purpose: RequestPurpose): string =>
      `${servers[purpose]} does not answer at this address. Check that it is running, and its address and port in Settings.`,
    tls: (purpose: RequestPurpose): string =>
      `${servers[purpose]} was sent nothing, because no safe connection could be made: its certificate cannot be trusted, or the address speaks http. Check the address in Settings and the clock of this computer.`,
    offline: (purpose: RequestPurpose): string =>
      `${servers[purpose]} cannot be reached: this computer seems to be offline. Check the connection.`,
    closed: (purpose: RequestPurpose): string =>
      `${servers[purpose]} closed the connection without an answer. ${later[purpose]}`,
    proxy: (purpose: RequestPurpose): string =>
      `${servers[purpose]} cannot be reached through the proxy. Check the proxy settings of this computer.`,
    other: (purpose: RequestPurpose): string =>
      `${servers[purpose]} cannot be reached. Check the connection and the address in Settings.`,
  },
  redirected: (purpose: RequestPurpose): string =>
    `${servers[purpose]} sends requests on to another address, where Engram sends nothing. Enter the final address in Settings.`,
  brokenOff: 'The connection broke off. What has arrived is kept; continue the answer or try again.',
  timeout: (purpose: RequestPurpose): string =>
    `${servers[purpose]} did not answer in time. ${later[purpose]}`,
  stalled: 'The model server fell silent in the middle of its answer. Continue the answer or try again.',
  badResponse: {
    chat: 'The answer of the model server cannot be read. Try again, or check the address in Settings; most end in /v1.',
    embedding:
      'The answer of the embedding server cannot be read. Check its address in Settings; most end in /v1.',
    models: 'This address answers, but not as a model server does. Check it in Settings; most end in /v1.',
  },
  offlineMode: 'Offline mode is on, so nothing was sent. Switch it off in Settings → Models to ask a server.',
  windowClosed: {
    turn: 'The server’s limit is used up for the moment. Try again when it opens.',
    background: 'The server’s limit is kept for your questions.',
  },
  noText: 'The model answered without a word. Try again, or choose another model in Settings.',
  limitUsedUp:
    'The model used up its reply limit before its first word. Raise the reply reserve in Settings, then try again.',
  filtered: 'The provider’s content filter held the answer back. Ask in another way.',
  failing:
    'The model server failed several times in a row, so it is left alone for a moment. Try again then, or test it in Settings.',
} as const;
