import type { PageSource } from './page-origin';
import { APP_ORIGIN } from './page-origin';

/** Whether a request of the page's browser session may run: its own files, the inspector, in dev its server. */
export function isRequestAllowed(address: string, source: PageSource): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  switch (source.kind) {
    case 'built':
      return isOwnFile(url);
    case 'dev':
      return isOwnFile(url) || isDevServer(url, source.origin);
  }
}

function isOwnFile(url: URL): boolean {
  if (url.protocol === 'devtools:' || url.protocol === 'data:') return true;
  return `${url.protocol}//${url.host}` === APP_ORIGIN;
}

function isDevServer(url: URL, origin: string): boolean {
  return url.origin === origin || url.origin === origin.replace(/^http/, 'ws');
}
