import type { Session } from 'electron';
import { app, session } from 'electron';
import { serveAppScheme } from './app-scheme';
import { isRequestAllowed } from './network-policy';
import { listPageFiles } from './page-files';
import type { PageSource } from './page-origin';
import { devContentPolicy } from './page-policy';

/** Denies permissions, devices and downloads in every browser session, those of the future included. */
export function denyCapabilitiesEverywhere(): void {
  app.on('session-created', denyCapabilities);
}

/**
 * The page's browser session: serves its files, reaches no network. Tells when the page has what it needs to begin. It is the one
 * that is there anyway; main's requests have another, so what is closed here stays open for them.
 */
export function openPageSession(source: PageSource, filesRoot: string, onServed: () => void): Session {
  const page = session.defaultSession;
  page.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isRequestAllowed(details.url, source) });
  });
  if (source.kind === 'dev') {
    page.webRequest.onHeadersReceived((details, callback) => {
      const policy = { 'Content-Security-Policy': [devContentPolicy(source.origin)] };
      callback({ responseHeaders: { ...details.responseHeaders, ...policy } });
    });
    // Its files come from another process.
    onServed();
  } else {
    page.webRequest.onCompleted(({ url }) => {
      if (url.endsWith('.js')) onServed();
    });
    serveAppScheme(page, listPageFiles(filesRoot));
  }
  return page;
}

function denyCapabilities(browserSession: Session): void {
  browserSession.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  browserSession.setPermissionCheckHandler(() => false);
  browserSession.setDevicePermissionHandler(() => false);
  browserSession.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  browserSession.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  browserSession.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }));
  browserSession.setSpellCheckerEnabled(false);
  // Switched off, Chromium would still fetch the dictionary of the system's language.
  browserSession.setSpellCheckerLanguages([]);
  browserSession.on('will-download', (event) => event.preventDefault());
  for (const choice of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const) {
    // One listener for three events whose types differ only in the device they would offer.
    browserSession.on(choice as 'select-hid-device', (event) => event.preventDefault());
  }
}
