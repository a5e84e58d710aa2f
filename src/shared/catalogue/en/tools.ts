/** Words of the tools: their rows in the thread, their settings, and what a model is told of them. */
export const tools = {
  /** What a model is told in place of a result. */
  told: {
    interrupted: 'The program was closed before this tool had finished. Its result is not known.',
    unknown: (name: string, known: readonly string[]): string =>
      `There is no tool called "${name}". The tools are: ${known.join(', ')}.`,
    badJson: 'The arguments are not valid JSON. Call the tool again with a JSON object.',
    badArguments: (why: string): string => `The arguments do not fit. ${why} Correct them and call again.`,
    failed: (why: string): string => `The tool failed: ${why}`,
    broke: 'it broke unexpectedly.',
    timedOut: (seconds: number): string =>
      `The tool did not answer within ${String(seconds)} seconds and was stopped.`,
    denied: 'The user did not allow this. Do not try it again in this answer; go on without it.',
    unanswered:
      'The user was asked to allow this and did not answer in time, so it was not done. Go on without it.',
    stopped: 'The user stopped the answer before this tool had finished.',
    tooMany: (most: number): string =>
      `Not run: at most ${String(most)} tools may be called at once. Call it again if it is still needed.`,
    empty: 'The tool ran and returned nothing.',
    shortened: 'The rest of the result was cut off.',
    noSupport: (name: string): string => `Result of ${name}:`,
  },
  names: {
    search_memory: 'Search memory',
    get_message: 'Read a message',
    current_time: 'Time',
    calculate: 'Calculate',
    pin_message: 'Pin a message',
  } as Readonly<Record<string, string>>,
  about: {
    search_memory: 'Looks for earlier messages that fit a question, within the chat’s recall.',
    get_message: 'Reads a message it found, whole or in parts.',
    current_time: 'Tells the date, the time and the time zone of this computer.',
    calculate: 'Works out an expression exactly, such as 17.5 % of 240.',
    pin_message: 'Pins a message, so that it is sent with every answer of its chat.',
  } as Readonly<Record<string, string>>,
  row: (name: string, argument: string): string =>
    argument === '' ? `Tool ${name}` : `Tool ${name}: ${argument}`,
  arguments: 'Arguments',
  result: 'Result',
  noResult: 'No result yet',
  status: {
    asking: 'Needs your word',
    running: 'Running',
    done: 'Done',
    failed: 'Failed',
    denied: 'Not allowed',
    'timed-out': 'Too slow',
  },
  ms: (ms: number): string => (ms < 10_000 ? `${String(Math.round(ms))} ms` : `${(ms / 1_000).toFixed(1)} s`),
  ask: (name: string): string => `The model wants to use “${name}”. Allow it?`,
  askHint: 'It changes something in Engram. Without your word it is not done.',
  target: (position: number): string => `It is about message ${String(position)}:`,
  targetElsewhere: 'It is about a message further up.',
  showTarget: 'Show it',
  allowOnce: 'Allow once',
  allowAlways: 'Always in this chat',
  deny: 'Deny',
  answerFailed: 'Your answer did not reach the tool.',
  endless: (steps: number): string =>
    `The model called tools ${String(steps)} times and gave no answer. Try again, or turn a tool off in Settings.`,
  title: 'Tools',
  hint: 'What a model may do while it answers. A tool that changes something never runs without your word.',
  rule: (name: string): string => `When may the model use “${name}”?`,
  rules: { off: 'Off', on: 'On', ask: 'Ask', 'ask-always': 'Ask every time' },
  effect: 'Changes something',
  rulesHint: '“Ask” lets you allow it for the rest of a chat; “Ask every time” does not.',
  stale: 'This call no longer waits for an answer.',
} as const;
