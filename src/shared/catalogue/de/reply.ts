import type { reply as english } from '../en/reply';
import type { Words } from '../words';

/** Worte am Ende einer Antwort, und während auf eine gewartet wird. */
export const reply: Words<typeof english> = {
  retry: 'Noch einmal',
  continue: 'Fortsetzen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyAnswer: 'Antwort kopieren',
  copyCode: 'Code kopieren',
  copyFailed: 'Nichts wurde kopiert',
  retryIn: (seconds) => `Noch einmal in ${String(seconds)} s`,
  openModelSettings: 'Modelleinstellungen öffnen',
  sendsLess: 'Beim nächsten Versuch sendet Engram weniger.',
  largestPart: (part, tokens) => `Der größte Teil war: ${part}, ${tokens} Tokens.`,
  waiting: (seconds, attempt, attempts) =>
    `Neuer Versuch in ${String(seconds)} s, Versuch ${String(attempt)} von ${String(attempts)}.`,
  waitingNow: (attempt, attempts) => `Neuer Versuch, ${String(attempt)} von ${String(attempts)}.`,
  scoreSum: 'Wert',
  floorPassed: (floor) => `Untergrenze ${floor}`,
  plainCode: 'Code',
};
