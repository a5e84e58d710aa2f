// A window with nothing in it, shown as soon as there is something to show; says so and stays.
/* global console */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- the smallest program there is
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false });
  window.once('ready-to-show', () => {
    window.show();
    console.log(`shown at ${String(Date.now())}`);
  });
  return window.loadURL('data:text/html,<title>Empty</title>');
});
