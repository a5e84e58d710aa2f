/** The beginning of a text, at most so many UTF-16 units and never half a character, with a mark where it was cut. */
export function excerptOf(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const end = /[\uD800-\uDBFF]/u.test(text.charAt(longest - 1)) ? longest - 1 : longest;
  return `${text.slice(0, end).trimEnd()}…`;
}
