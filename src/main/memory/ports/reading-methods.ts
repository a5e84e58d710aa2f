import type { EngineMethod } from './engine';

/** The operations that only read: all that an engine beside the program that writes can do. */
export const readingMethods = [
  'listUsers',
  'listSessions',
  'getSession',
  'searchSessions',
  'pageMessages',
  'searchMessages',
  'searchAll',
  'readDetail',
  'findMessage',
  'listExported',
  'exportChat',
  'exportMessages',
  'listAuthors',
  'searchMemory',
  'listSummaries',
  'readProfile',
  'readHealth',
  'readStorage',
  'readSpending',
  'readSettings',
  'countTokens',
  'close',
] as const satisfies readonly EngineMethod[];
