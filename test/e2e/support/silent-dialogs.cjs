// Loaded into a started program before its own code: an error box would wait for somebody to press OK.
/* global process */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- Electron loads such a file as CommonJS only
const { dialog } = require('electron');

dialog.showErrorBox = (title, text) => {
  process.stdout.write(`error box: ${title}: ${text}\n`);
};
