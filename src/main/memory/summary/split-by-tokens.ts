import { approximateCounter } from '../tokens/approximate-counter';
import { endOfPart } from '../tokens/end-of-part';

/** A text and its tokens in the count of the model that is to read it. */
export interface CountedText {
  readonly text: string;
  readonly tokens: number;
}

/** Room that is left in a part, since a text is not equally dense throughout. */
const spare = 0.95;
/** What a part may take over an equal share, so that a sentence ends in peace. */
const unevenness = 1.1;

/**
 * Cuts a text into parts of at most `mostTokens`, at ends of sentences or else at spaces or else between characters.
 *
 * Joined, the parts are the text: none of its words is left out. They are cut by a rough count and then counted; what
 * is too long all the same is cut again.
 */
export async function splitByTokens(
  whole: CountedText,
  mostTokens: number,
  count: (text: string) => Promise<number>,
): Promise<readonly CountedText[]> {
  const { text, tokens } = whole;
  if (tokens <= mostTokens) return [whole];
  const share = Math.min(mostTokens, (tokens / Math.ceil(tokens / mostTokens)) * unevenness);
  const roughly = Math.floor(approximateCounter.count(text) * (share / tokens) * spare);
  const parts = cut(text, roughly);
  // A single character that takes more is more than can be cut.
  if (parts.length < 2) return [whole];
  const counted = await Promise.all(parts.map(async (part) => ({ text: part, tokens: await count(part) })));
  return (await Promise.all(counted.map((part) => splitByTokens(part, mostTokens, count)))).flat();
}

function cut(text: string, mostTokens: number): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length;) {
    const fitting = approximateCounter.truncate(text.slice(start), mostTokens).length;
    const end = endOfPart(text, start, fitting);
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}
