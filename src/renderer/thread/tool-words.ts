/** Characters of a row's arguments and result. */
const LONGEST = 80;

/** A message's id tells a reader nothing; the result says which one it was. */
const id = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu;

/** The beginning of a text on one line. */
export function excerptOf(text: string, longest: number): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`;
}

function shorten(text: string): string {
  return excerptOf(text, LONGEST);
}

/** What a tool was given, on one line: the values alone where they tell enough. */
export function shortArguments(text: string): string {
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given !== 'object' || given === null) return shorten(text);
    const values = Object.values(given)
      .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
      .filter((value) => !id.test(value));
    return shorten(values.join(', '));
  } catch {
    return shorten(text);
  }
}

/** The message a call is about; null where it names none. */
export function targetOf(text: string): string | null {
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given !== 'object' || given === null) return null;
    const values: readonly unknown[] = Object.values(given);
    return values.filter((value) => typeof value === 'string').find((value) => id.test(value)) ?? null;
  } catch {
    return null;
  }
}

/** What a tool said, on one line. */
export function shortResult(text: string): string {
  const [first = '', ...others] = text.split('\n').filter((line) => line.trim() !== '');
  return shorten(others.length === 0 ? first : `${first} …`);
}
