import { randomBytes } from 'node:crypto';
import type { Session } from 'electron';
import { protocol } from 'electron';
import type { PageFiles } from './page-files';
import { APP_SCHEME } from './page-origin';
import { respondToPage } from './page-response';

/** Gives the app scheme an origin and a secure context; must run before the program is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** What the browser is told of a file that cannot be read: `net::ERR_FILE_NOT_FOUND`. */
const notFound = -6;

/** Serves the page's files on the app scheme of one browser session, with a fresh nonce for each answer. */
export function serveAppScheme(session: Session, files: Promise<PageFiles>): void {
  const server = { files, makeNonce: () => randomBytes(18).toString('base64') };
  // Its successor, `handle`, loads the library behind `Response` and passes each file through streams: 22 ms of a start.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- as above; there in every version that the program runs on
  session.protocol.registerBufferProtocol(APP_SCHEME, (request, callback) => {
    respondToPage(server, request).then(callback, () => callback({ error: notFound }));
  });
}
