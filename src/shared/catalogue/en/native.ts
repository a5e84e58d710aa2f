/** What main says in native dialogs and about the window itself. */
export const native = {
  openExternal: {
    question: (host: string): string => `Open ${host} in your browser?`,
    open: 'Open',
    cancel: 'Cancel',
    onlyHttps: 'Only https addresses can be opened.',
    failed: 'The browser did not open. Copy the address and open it yourself.',
  },
  chooseImport: {
    title: 'Choose a file with conversations',
    button: 'Choose',
    filter: 'Conversations (JSON, JSONL, ZIP, Markdown)',
  },
  chooseArchive: {
    title: 'Choose an archive of Engram',
    button: 'Choose',
    filter: 'Archives of Engram',
  },
  answered: {
    done: 'An answer is ready',
    failed: 'An answer could not be finished',
    asking: 'A tool waits for your permission',
  },
  keysRefused: (keys: string): string =>
    `The keys ${keys} belong to another program, or the system keeps them. Choose others for “Bring Engram to the front” in Settings, Shortcuts.`,
  openFolderFailed: (path: string): string => `The file manager did not open. The folder is ${path}`,
  tooManyWindows: 'Ten windows are open already. Close one of them first.',
  pageRecovered: 'The window stopped working and was loaded again. Your messages are safe.',
  pageLost: {
    title: 'Engram’s window keeps stopping',
    text: 'Your messages are safe. Start Engram again; if it happens again, the log says more.',
  },
  startFailed: {
    title: 'Engram could not start',
    unexpected: (detail: string): string => `Something unexpected went wrong.\n${detail}`,
    place: (dataFolder: string, logFile: string): string =>
      `Your data is in ${dataFolder}\nThe log is ${logFile}`,
    noFolder: (path: string): string =>
      `The data folder ${path} cannot be used. Check that it is a folder you may write to, or choose another with ENGRAM_DATA_FOLDER.`,
    noPage:
      'The program’s own files are incomplete. Install Engram again, or run "npm run build" if you start it from its source.',
  },
} as const;
