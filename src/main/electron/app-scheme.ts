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

/**
 * Serves the page's files on the app scheme of one browser session, with a fresh nonce for each answer. Tells of each script
 * that was answered: it is the last that a page needs to begin.
 */
export function serveAppScheme(session: Session, files: PageFiles, onScript: () => void): void {
  const server = { files, makeNonce: () => randomBytes(18).toString('base64') };
  session.protocol.handle(APP_SCHEME, async (request) => {
    const response = await respondToPage(server, request);
    if (new URL(request.url).pathname.endsWith('.js')) onScript();
    return response;
  });
}
