/** From four texts on, more at once are not faster each. */
const MAX_TEXTS = 8;
/** About 90 ms of work on two cores; a query waits for one batch and has a deadline of 400 ms. */
const MAX_CHARACTERS = 400;

/** The first texts that are embedded together: at most 8 and about 400 characters, but at least one. */
export function firstBatch(texts: readonly string[]): readonly string[] {
  let characters = 0;
  let count = 0;
  for (const text of texts.slice(0, MAX_TEXTS)) {
    characters += text.length;
    if (count > 0 && characters > MAX_CHARACTERS) break;
    count += 1;
  }
  return texts.slice(0, count);
}
