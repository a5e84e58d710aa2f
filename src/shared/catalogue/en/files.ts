/** Words of files: beside what is being written, and in the thread. */
export const files = {
  attach: 'Attach text files',
  attached: 'Files that go with the next message',
  reading: (count: number): string => (count === 1 ? 'Reading a file…' : `Reading ${String(count)} files…`),
  remove: (name: string): string => `Take “${name}” away`,
  asText: (name: string): string => `Put the text of “${name}” into the message`,
  asTextShort: 'Put into the message',
  pasted: 'Pasted text.txt',
  unnamed: 'Unnamed.txt',
  drop: 'Drop text files to attach them',
  notText: (name: string): string =>
    `“${name}” could not be read as text. Only text files can be attached: notes, code, tables, logs.`,
  tooLong: (name: string): string =>
    `“${name}” is too long: at most 1,000,000 characters can be attached. Attach the part you need.`,
  size: (characters: string, tokens: string): string => `${characters} characters · ${tokens} tokens`,
  tokensShort: (tokens: string): string => `${tokens} tokens`,
  place: (part: number, parts: number): string => `Part ${String(part)} of ${String(parts)}`,
  inThread: (characters: string, parts: number): string =>
    parts === 1 ? `${characters} characters` : `${characters} characters in ${String(parts)} parts`,
  show: (name: string): string => `Show the text of “${name}”`,
  hide: (name: string): string => `Hide the text of “${name}”`,
  delete: (name: string): string => `Delete the file “${name}”`,
  /** Why the message cannot be sent with files alone. */
  needsWords: 'Say what to do with the file.',
} as const;
