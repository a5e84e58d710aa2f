/**
 * The page's content policy: its own scripts, fonts and images, styles by a nonce that changes with every
 * load, and no way to the network.
 */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/**
 * The looser policy of `npm run dev`: the development server injects inline scripts and styles and talks to
 * the page over a WebSocket. Never used for files built for users.
 */
export function devContentPolicy(origin: string): string {
  const socket = origin.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    `script-src ${origin} 'unsafe-inline'`,
    `style-src ${origin} 'unsafe-inline'`,
    `font-src ${origin} data:`,
    `img-src ${origin} data:`,
    `connect-src ${origin} ${socket}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/**
 * Headers of every file the page loads, beside its policy and type. `Cross-Origin-Opener-Policy` is not among them: it would have
 * Chromium begin a second process for each window and end the first, and keeps away openers, of which there are none:
 * pages open nothing.
 */
export const pageHeaders = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), usb=(), serial=(), hid=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Frame-Options': 'DENY',
} as const;
