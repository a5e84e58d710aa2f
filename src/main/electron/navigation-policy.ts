import type { WebContents } from 'electron';
import { app } from 'electron';
import type { PageSource } from './page-origin';

/** Denies navigation, new windows, webviews and UDP past the proxy in every page there will ever be. */
export function denyNavigationEverywhere(source: PageSource): void {
  const allowReloadOf = source.kind === 'dev' ? source.origin : null;
  app.on('web-contents-created', (_event, contents) => denyNavigation(contents, allowReloadOf));
}

/** `allowReloadOf` is the development server's origin, whose client reloads the page itself; null for users. */
function denyNavigation(contents: WebContents, allowReloadOf: string | null): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    const isDevReload = event.isMainFrame && allowReloadOf !== null && originOf(event.url) === allowReloadOf;
    if (!isDevReload) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
}

function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}
