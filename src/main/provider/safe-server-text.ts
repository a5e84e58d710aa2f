import { withoutKey } from '../../shared/without-key';

/** Characters kept at most. */
const mostCharacters = 160;

const keyLike = /\b(?:sk|pk|rk|gsk|xai|hf|bearer)[-_ ][^\s"'`]+|\bAIza\S+|[A-Za-z0-9_-]{32,}/gi;
const longQuote = /(["'`])(?:(?!\1).){40,}\1/g;
const controls = /[\p{Cc}\p{Cf}\s]+/gu;

/**
 * One short sentence of a server's error that may be shown: without the key, whatever looks like one, long quotes of
 * what was sent, and anything from the first brace or tag on, where servers echo the request. Empty where nothing is
 * left.
 */
export function safeServerText(text: string, key: string | null): string {
  const sentence = (withoutKey(text, key).split(/[<{[]/)[0] ?? '')
    .replace(controls, ' ')
    .replace(longQuote, '“…”')
    .replace(keyLike, '…')
    .trim();
  const characters = Array.from(sentence);
  if (characters.length > mostCharacters) return `${characters.slice(0, mostCharacters).join('')}…`;
  return sentence === '' || /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}
