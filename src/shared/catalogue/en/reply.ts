/** Words at the end of a reply, and while one is waited for. */
export const reply = {
  retry: 'Retry',
  continue: 'Continue',
  copy: 'Copy',
  copied: 'Copied',
  copyAnswer: 'Copy the answer',
  copyCode: 'Copy the code',
  copyFailed: 'Nothing was copied',
  retryIn: (seconds: number): string => `Retry in ${String(seconds)} s`,
  openModelSettings: 'Open model settings',
  sendsLess: 'Engram sends less if you try again.',
  largestPart: (part: string, tokens: string): string => `The largest part was: ${part}, ${tokens} tokens.`,
  waiting: (seconds: number, attempt: number, attempts: number): string =>
    `Trying again in ${String(seconds)} s, attempt ${String(attempt)} of ${String(attempts)}.`,
  waitingNow: (attempt: number, attempts: number): string =>
    `Trying again, attempt ${String(attempt)} of ${String(attempts)}.`,
  scoreSum: 'Score',
  floorPassed: (floor: string): string => `Floor ${floor}`,
  plainCode: 'Code',
} as const;
