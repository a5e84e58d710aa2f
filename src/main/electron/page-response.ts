import { readFile } from 'node:fs/promises';
import type { PageFiles } from './page-files';
import { contentType } from './page-files';
import { APP_ORIGIN } from './page-origin';
import { contentPolicy, pageHeaders } from './page-policy';

/** What stands in index.html where the nonce of the load belongs. */
const NONCE_PLACE = '%CSP_NONCE%';

/** What a request is answered from; `makeNonce` gives a fresh unguessable one at each call. */
export interface PageServer {
  readonly files: Promise<PageFiles>;
  readonly makeNonce: () => string;
}

/** An answer as the browser takes it from the program. */
export interface PageAnswer {
  readonly statusCode: 200 | 404 | 405;
  readonly headers: Record<string, string>;
  readonly data: Buffer;
}

/** Answers one request of the app scheme: GET and HEAD of the page's own files, everything else an error. */
export async function respondToPage(
  { files, makeNonce }: PageServer,
  request: { readonly method: string; readonly url: string },
): Promise<PageAnswer> {
  const nonce = makeNonce();
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, nonce);
  const path = (await files).get(addressPath(request.url) ?? '');
  if (path === undefined) return refuse(404, nonce);
  const type = contentType(path);
  const bytes = await readFile(path);
  const body = type.startsWith('text/html') ? withNonce(bytes, nonce) : bytes;
  const headers = { ...headersFor(nonce), 'Content-Type': type, 'Content-Length': String(body.byteLength) };
  return { statusCode: 200, headers, data: request.method === 'HEAD' ? Buffer.alloc(0) : body };
}

/** The path within the page's own origin; null for another host or an address that cannot be decoded. */
function addressPath(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return null;
  if (url.pathname === '' || url.pathname === '/') return '/index.html';
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
}

function withNonce(html: Buffer, nonce: string): Buffer {
  return Buffer.from(html.toString('utf8').replaceAll(NONCE_PLACE, nonce), 'utf8');
}

function headersFor(nonce: string): Record<string, string> {
  return { ...pageHeaders, 'Content-Security-Policy': contentPolicy(nonce) };
}

function refuse(status: 404 | 405, nonce: string): PageAnswer {
  return { statusCode: status, headers: headersFor(nonce), data: Buffer.alloc(0) };
}
