import type { replay as english } from '../en/replay';
import type { Words } from '../words';

/** Worte für frühere Fragen, die dem Gedächtnis noch einmal gestellt werden: eigene Fälle und „Was wäre wenn“. */
export const replay: Words<typeof english> = {
  shouldHave: 'Das hätte es wissen müssen…',
  dialog: {
    title: 'Was hätte es wissen müssen?',
    hint: 'Suche die Nachricht, die die Antwort hätte benutzen sollen, oder sag, welche Worte das Modell hätte sehen sollen. Es wird ein eigener Fall: Unter Zustand wird er neu gefragt, wann immer du willst, mit den Einstellungen von dann.',
    question: (text) => `Gefragt: ${text}`,
    search: 'Nach einer Nachricht suchen',
    hits: 'Gefundene Nachrichten',
    noHits: 'Keine Nachricht enthält diese Worte.',
    place: (title, position) => `${title}, Nachricht ${String(position)}`,
    words: 'Nur diese Worte behalten',
    keep: 'Diesen Fall behalten',
    kept: 'Behalten. Unter Zustand, Eigene Fälle, wird er neu gefragt.',
  },
  cases: {
    title: 'Eigene Fälle',
    hint: 'Fragen, deren Antworten etwas hätten wissen müssen. Jede wird dem Gedächtnis mit den Einstellungen von jetzt neu gestellt, als wäre danach nichts gesagt worden, und noch einmal gesucht, wo kein Modell antwortet und nichts gefunden wird; kein Modell wird gefragt.',
    none: 'Noch keine. Wähle „Das hätte es wissen müssen…“ im Menü einer Antwort.',
    run: 'Alle fragen',
    stop: 'Anhalten',
    running: 'Wird gefragt…',
    passed: (passed, all) => `${String(passed)} von ${String(all)} erreichen das Modell`,
    outcome: {
      sent: 'Gesendet',
      summary: 'In der Zusammenfassung',
      found: 'Gefunden, nicht gesendet',
      covered: 'Nur in einer Zusammenfassung, die es weggelassen haben kann',
      missing: 'Nicht gefunden',
      failed: 'Ließ sich nicht fragen',
    },
    expectsWords: (text) => `die Worte „${text}“`,
    rank: (rank) => `Rang ${String(rank)}`,
    open: (title, position) => `„${title}“ bei Nachricht ${String(position)} öffnen`,
    delete: (question) => `Fall löschen: ${question}`,
    failed: 'Die Fälle ließen sich nicht lesen.',
  },
  whatIf: {
    title: 'Was wäre wenn',
    hint: 'Frühere Runden werden dem Gedächtnis unter anderen Einstellungen neu gestellt, als wäre danach nichts gesagt worden. Kein Modell wird gefragt und nichts geändert: Du siehst, welche Antworten eine Quelle verloren hätten (eine für sie erinnerte oder angeheftete Nachricht), welche weniger der jüngsten Nachrichten gehabt hätten (welche davon sie brauchten, weiß niemand) und was jede Runde gebraucht hätte. Wie häufig ein Wort ist, wird von heute gezählt.',
    window: 'Fenster',
    windowNow: (tokens) => `Wie jetzt, ${tokens} Tokens`,
    windowOf: (name, tokens) => `${name}, ${tokens} Tokens`,
    strategy: 'Strategie',
    strategyNow: 'Wie in jedem Chat',
    recall: 'Erinnern nach',
    recallBy: {
      now: 'Sinn und Wörtern',
      bundled: 'Eingebautem Modell und Wörtern',
      words: 'Nur Wörtern',
    },
    of: 'Von',
    thisChat: 'Dieser Chat',
    allChats: 'Alle Chats',
    turns: 'Runden',
    run: 'Neu fragen',
    stop: 'Anhalten',
    noTurns: 'Es gibt keine beantwortete Frage.',
    failed: 'Die Runden ließen sich nicht neu fragen.',
    progress: (done, total) => `${String(done)} von ${String(total)} Runden neu gefragt`,
    losing: (count, total) =>
      count === 0
        ? `Keine von ${String(total)} Antworten hätte eine Quelle verloren.`
        : `${String(count)} von ${String(total)} Antworten hätten eine Quelle verloren.`,
    tokens: (after, before, change) => `${after} Tokens je Runde statt ${before} (${change}).`,
    cost: (after, before) => `${after} für Prompts statt ${before}.`,
    unpriced: (count, total) =>
      count === total
        ? 'Vom Modell ist kein Preis bekannt.'
        : `Von ${String(count)} der ${String(total)} Runden ist der Preis nicht bekannt.`,
    table: 'Neu gefragte Runden',
    unsent: (turns) =>
      turns === 0 ? '' : `${String(turns)} hätten weniger der jüngsten Nachrichten gehabt.`,
    columns: {
      turn: 'Frage',
      before: 'War',
      after: 'Wäre',
      unsent: 'Jüngste weniger um',
      sources: 'Quellen',
      lost: 'Verloren',
    },
    lost: (position, excerpt) => `Nachricht ${String(position)}: ${excerpt}`,
    none: '–',
  },
};
