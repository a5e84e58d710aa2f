import { contentTerms } from '../text/content-terms';

/** A message that is quoted, in the order of its rank. */
interface QuotedSource {
  readonly content: string;
  readonly createdAt: number;
}

/** Words of a question that two messages must both hold to speak of the same matter. */
const leastShared = 2;

/**
 * The messages in the order they are quoted: by rank, but of two that hold the same words of the question the newer one
 * goes first, since it may take back what the older says (invariant 7). Nothing is added or left out.
 */
export function newestFirst<Item extends QuotedSource>(
  ranked: readonly Item[],
  query: string,
): readonly Item[] {
  const asked = new Set(contentTerms(query));
  const held = new Map(
    ranked.map((item) => [item, new Set(contentTerms(item.content).filter((term) => asked.has(term)))]),
  );
  const isSameMatter = (a: Item, b: Item): boolean => {
    const [first, second] = [held.get(a) ?? new Set(), held.get(b) ?? new Set()];
    return (
      first.size >= leastShared && first.size === second.size && [...first].every((term) => second.has(term))
    );
  };
  const ordered: Item[] = [];
  for (const item of ranked) {
    const older = ordered.findIndex((each) => each.createdAt < item.createdAt && isSameMatter(each, item));
    ordered.splice(older < 0 ? ordered.length : older, 0, item);
  }
  return ordered;
}
