/** Letters at a key's end that would tell it from others. */
const tellingLetters = 8;

/**
 * The text with the key, its beginning and its end blotted out, as they are and as JSON spells them: servers and
 * libraries quote in their errors what they were sent.
 *
 * Keys of fewer than eight letters are placeholders that servers without keys accept; they may stand in any word.
 */
export function withoutKey(text: string, key: string | null): string {
  if (key === null || key.length < tellingLetters) return text;
  const parts = [key, key.slice(0, tellingLetters), key.slice(-tellingLetters)];
  // The whole before its parts, and JSON's spelling before the letters it is made of.
  const spellings = parts.flatMap((part) => [JSON.stringify(part).slice(1, -1), part]);
  return spellings.reduce((rest, spelling) => rest.replaceAll(spelling, '•••'), text);
}
