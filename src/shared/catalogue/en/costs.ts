const dollars = (cap: number): string => `$${cap.toFixed(2)}`;

/** Words about prices, the monthly cap, the network log and offline mode. */
export const costs = {
  reachedNotice: (cap: number): string =>
    `This month’s cap of ${dollars(cap)} is reached. Summaries and recall go on on this computer; paid models answer again next month, or once you raise the cap in Settings → Models.`,
  nearNotice: (cap: number): string =>
    `More than 80 % of this month’s cap of ${dollars(cap)} is spent. You can change it in Settings → Models.`,
  capReached: (cap: number): string =>
    `This month’s cap of ${dollars(cap)} is reached, so this model was not asked. Raise the cap in Settings → Models, or choose a model on this computer.`,
  capPausesWork: (cap: number): string => `This month’s cap of ${dollars(cap)} is reached.`,
  capKeyword: (cap: number): string =>
    `The month’s cap of ${dollars(cap)} is reached, so recall goes by words alone.`,
  offlineKeyword: 'Offline mode is on, so recall goes by words alone.',
  offlinePausesWork: 'Offline mode is on.',
  cap: 'Monthly cap',
  capHint:
    'Once a month’s calls cost this much, nothing paid is asked any more: recall goes by words alone, summaries are made on this computer, and a paid chat model is refused until you raise the cap.',
  capField: 'Cap in US dollars a month',
  noCap: 'No cap',
  saveCap: 'Set cap',
  removeCap: 'Remove cap',
  badCap: 'Enter an amount above 0, such as 5 or 12.50.',
  spent: (spent: string, month: string): string => `${spent} spent in ${month}`,
  spentOf: (spent: string, cap: string, month: string): string => `${spent} of ${cap} spent in ${month}`,
  unpriced: (calls: number): string =>
    `${calls === 1 ? '1 call' : `${String(calls)} calls`} of models without a known price ${calls === 1 ? 'is' : 'are'} not counted. Add the price below.`,
  prices: 'Prices',
  pricesHint:
    'US dollars per million tokens. List prices of March 2026; your own take their place. Models on this computer cost nothing.',
  model: 'Model',
  promptPrice: 'Tokens in',
  completionPrice: 'Tokens out',
  own: 'yours',
  addPrice: 'Add or change a price',
  savePrice: 'Save price',
  badPrice: 'Enter a model’s name and two prices of 0 or more.',
  removePrice: (model: string): string => `Remove your price of ${model}`,
  allPrices: (count: number): string => `Show all ${String(count)} known prices`,
  fewerPrices: 'Show yours only',
  network: 'Network log',
  networkEmpty: 'Network log is empty',
  networkEmptyHint:
    'Engram has asked no server. It makes requests only to the model servers you choose, and notes each of them here.',
  networkHint: 'Every request Engram made: where to and why. Never a key, never a word of what was said.',
  offlineMode: 'Offline mode',
  offlineOn: 'Offline mode on',
  offlineHint:
    'Refuses every request, to servers on this computer too. Answers quote from memory, summaries are made here, and recall of chats embedded by a server goes by words alone.',
  time: 'Time',
  server: 'Server',
  purpose: 'Why',
  sent: 'Sent',
  received: 'Received',
  result: 'Result',
  outcome: { running: 'running', failed: 'no answer', refused: 'refused, offline' },
  purposes: {
    reply: 'Answer',
    'second-look': 'Second look',
    question: 'Embed a question',
    summary: 'Summary',
    judge: 'Check a summary',
    embedding: 'Embed messages',
    profile: 'Find facts',
    title: 'Find a title',
    models: 'List or test models',
  },
} as const;
