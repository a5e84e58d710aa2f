/** Characters of a row's arguments and result. */
const LONGEST = 80;

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

/** What a tool was given, on one line: the values alone where they tell enough. */
export function shortArguments(text: string): string {
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given !== 'object' || given === null) return shorten(text);
    const values = Object.values(given).map((value) =>
      typeof value === 'string' ? value : JSON.stringify(value),
    );
    return shorten(values.join(', '));
  } catch {
    return shorten(text);
  }
}

/** What a tool said, on one line. */
export function shortResult(text: string): string {
  const [first = '', ...others] = text.split('\n').filter((line) => line.trim() !== '');
  return shorten(others.length === 0 ? first : `${first} …`);
}
