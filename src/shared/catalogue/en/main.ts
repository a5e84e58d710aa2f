/** Words that main itself says: dialogs, notices, errors and the offline reply. */
export const main = {
  defaultUserName: 'You',
  users: {
    gone: 'This person no longer exists. Choose another in the list.',
    nameTaken: (name: string): string => `There is a ${name} already. Choose another name.`,
  },
  defaultSessionTitle: 'New chat',
  copyOf: (title: string): string => `${title}, copy`,
  offlineModel: 'Offline, quotes from memory',
  emptySegment: 'Nothing worth keeping was said.',
  offline: {
    found: (count: number): string =>
      count === 1
        ? 'No model is connected, so here is the message your memory found:'
        : `No model is connected, so here are the ${String(count)} messages your memory found:`,
    nothingFound:
      'No model is connected, and your memory holds nothing that matches this. Connect a model in Settings to get an answer of its own.',
    quoted: (author: string, date: string): string => `${author}, ${date}`,
  },
  importing: {
    tooLarge:
      'This file is one value of more than 200 MB, which cannot be read. Export chat by chat, or as a list of chats.',
    brokenArchive: 'This archive is damaged or incomplete. Download it again.',
    archiveTooLarge: 'This archive would unpack to far more than chats take. It was not opened.',
    cancelled: 'The import was stopped. What was imported so far stays.',
    empty: 'There is no conversation in this file.',
    newerExport:
      'This file was exported by a later version of Engram. Install that version, and import the file there.',
    notJson: 'This file is not JSON. Choose a conversation file that ends in .json.',
    wrongShape: (place: string): string =>
      `This file does not have the expected shape${place === '' ? '' : ` at ${place}`}. Choose a file of dated sessions between two speakers.`,
    unreadable: (reason: string): string => `This file cannot be read. ${reason}`.trim(),
    busy: 'Another import is under way. Wait for its end, or stop it.',
    fileChanged:
      'The file was moved or changed since its import began. What was imported stays; import the file again to have the rest.',
    untitled: 'Imported chat',
    exported: (from: string, count: number): string =>
      count === 1 ? `1 chat from ${from}` : `${String(count)} chats from ${from}`,
    conversationGone: 'This conversation is not in the chosen file. Choose the file again.',
    sessionTitle: (a: string, b: string, at: number): string =>
      `${new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(at)}, ${a} and ${b}`,
  },
  turn: {
    embeddingTooSlow: (ms: number): string =>
      `The question could not be embedded within ${String(ms)} ms, so recall went by words alone.`,
    embeddingFailed: (why: string): string =>
      `The question could not be embedded, so recall went by words alone. ${why}`.trim(),
    recallFailed:
      'Recall failed, so only the summary and the recent messages were sent. The log has the details.',
    notEmbedded: 'Older messages are still being embedded; they were searched by their words.',
    unknownScript: 'The built-in embedder knows Latin script only; this was searched by its words.',
    interrupted: 'Engram was closed while this was being written.',
  },
  database: {
    damaged:
      'The database is damaged in places. Your chats are still readable; close Engram and start it again to have them recovered.',
    indexRebuilt: 'The search index was damaged and has been rebuilt. No message was lost.',
  },
  errors: {
    badVector:
      'The embedding model answered with something that is no vector. Choose another model or try again.',
    emptySummary: 'The summariser answered nothing. The earlier summary stays in force.',
    onlyReads: 'This only reads. Whatever changes something goes through Engram itself.',
    sessionNotFound: 'This chat no longer exists. Choose another in the list.',
    fileTooLong: (name: string, limit: string): string =>
      `“${name}” is too long: at most ${limit} characters can be attached. Attach the part you need.`,
    fileNotText: (name: string): string =>
      `“${name}” is empty or not a text file. Only text can be attached.`,
    tooManyFiles: (limit: number): string =>
      `At most ${String(limit)} files go with one message. Send these first.`,
    presetNameTaken: (name: string): string => `There is a preset “${name}” already. Choose another name.`,
    presetGone: 'This preset no longer exists.',
    tooManyPresets: (limit: number): string =>
      `There are ${String(limit)} presets already. Delete one first.`,
    turnGone: 'Nothing is known of this turn any more.',
    caseGone: 'This case no longer exists.',
    noQuestion: 'No question stands before this answer.',
    caseWords: (longest: number): string =>
      `Say in a few words what was missing, at most ${String(longest)} characters.`,
    messageNotFound: 'This message no longer exists.',
    replyFinished: 'This answer is already finished.',
    notRetryable: 'Only the last answer of a chat can be tried again, once it has failed or was stopped.',
    notEditable: 'Only messages of yours in the shown version of the chat can be edited.',
    notAnswered: 'Only an answer in the shown version of the chat can be given again.',
    askedExcluded: 'The question is kept out of memory. Include it again first.',
    tooLateToUndo: 'This is erased already and cannot be brought back.',
    reportGone: 'This report is no longer kept.',
    noVersion: 'There is no other version of this message.',
    pinExcluded: 'This message is kept out of memory. Include it again before you pin it.',
    chatHasMessages: 'This chat has messages already. Start a new one to choose whether it is remembered.',
    sampleNotAdded: 'The sample chat could not be added. Please try once more.',
    providerGone: 'This provider is no longer in the settings. Choose another model in Settings.',
    unfitBudget:
      'The parts of this budget leave no room for a question. Lower one of them or raise the window.',
    turnRunning: 'This chat is still answering. Stop the answer or wait for it.',
    badInput: (detail: string): string => `The program sent something it should not have: ${detail}`,
    foreignSender: 'This window is not allowed to ask that.',
    unknownCall: (name: string): string => `Unknown call: ${name}`,
    fileGone: 'Choose the file again: it is no longer open.',
    engineLost: 'The memory engine stopped and was started again. Please try once more.',
  },
} as const;
