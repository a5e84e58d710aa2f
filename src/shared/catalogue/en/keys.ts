/** What main says about keys, providers, servers on this computer and redirected requests. */
export const keys = {
  insecure: (origin: string): string =>
    `A key is only kept for addresses that begin with https:// or are on this computer, because everybody on the way could read it at ${origin}. Change the address first.`,
  unusable:
    'This is no key: it holds spaces, line breaks or letters that no key has. Copy it again, and nothing else with it.',
  diskFull: 'The disk is full, so the keys could not be changed. Free some space and try again.',
  readOnly:
    'The keys could not be changed, because the program’s folder cannot be written to. Check its permissions and that its disk is connected.',
  providerGone: 'This provider no longer exists. Choose another in Settings.',
  openAiStays: 'OpenAI stays in the list. Remove its key instead if you do not use it.',
  tooMany: (most: number): string =>
    `There are ${String(most)} providers, the most there can be. Remove one first.`,
  notLocal: 'This address is not on this computer. Add it as a provider in Settings.',
  stopped: 'Stopped.',
  noDimension: 'The embedding model answered with no usable vector. Choose another model.',
  redirected: (host: string): string =>
    `${host} sends requests on to another address. Nothing was sent there; enter the final address in Settings.`,
  onlyHttp: 'Models are asked over http and https only. Check the address in Settings.',
  servers: { ollama: 'Ollama', lmStudio: 'LM Studio', llamaCpp: 'llama.cpp' },
} as const;
