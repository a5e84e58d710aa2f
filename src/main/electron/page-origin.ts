/** The scheme the page is served from: standard and secure, so that it has an origin of its own. */
export const APP_SCHEME = 'app';

/** The page's own origin. */
export const APP_ORIGIN = `${APP_SCHEME}://engram`;

/** Where the page comes from; `dev` only in an unpackaged program started by the development server. */
export type PageSource =
  | { readonly kind: 'built'; readonly origin: string; readonly url: string }
  | { readonly kind: 'dev'; readonly origin: string; readonly url: string };

/** Chooses the source: the development server only when nothing is packaged and it named a loopback address. */
export function choosePageSource(packaged: boolean, devServerUrl: string | undefined): PageSource {
  if (!packaged && devServerUrl !== undefined && URL.canParse(devServerUrl)) {
    const { hostname, origin, href } = new URL(devServerUrl);
    if (['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return { kind: 'dev', origin, url: href };
  }
  return { kind: 'built', origin: APP_ORIGIN, url: `${APP_ORIGIN}/index.html` };
}
