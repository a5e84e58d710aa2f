/** Words of the card about newer versions. */
export const updates = {
  title: 'Updates',
  hint: 'Engram asks no server for newer versions. Where they are put into a folder that you can reach, it can look into the channel file beside them: at the start, and whenever you ask.',
  off: 'Nothing is looked at.',
  choose: 'Choose a channel file…',
  chooseOther: 'Choose another…',
  stop: 'Stop looking',
  look: 'Look now',
  newest: (version: string): string => `Nothing newer: the file offers ${version}.`,
  newer: (version: string, day: string): string =>
    day === '' ? `Version ${version} is there.` : `Version ${version} of ${day} is there.`,
  show: 'Check it and show it',
  whole: 'It is whole. Close Engram to install it.',
  notice: (version: string): string =>
    `Version ${version} of Engram is there. Settings, General, Updates shows it.`,
  dialog: {
    title: 'Choose a channel file',
    button: 'Choose',
    filter: 'Channel files (latest.yml)',
  },
  errors: {
    noChannel:
      'This is no channel file. It is called latest.yml, latest-linux.yml or latest-mac.yml and lies beside the packages of a version.',
    unreadable: 'The channel file cannot be read. Check that its folder is reachable, or choose another.',
    noPackage: 'The package of this version is not beside its channel file.',
    damaged: (name: string): string =>
      `${name} is not what its channel file says: it may be incomplete or changed. Do not install it.`,
  },
} as const;
