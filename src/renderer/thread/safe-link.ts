/** A link the page may offer: https with a host and no credentials in it; null for everything else. */
export function safeLink(
  address: string | undefined,
): { readonly href: string; readonly host: string } | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.host === '' || url.username !== '' || url.password !== '') return null;
  return { href: url.href, host: url.host };
}
