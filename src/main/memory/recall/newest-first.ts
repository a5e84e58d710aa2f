import { contentTerms } from '../text/content-terms';

/** A message that is quoted, in the order of its rank. */
interface QuotedSource {
  readonly content: string;
  readonly createdAt: number;
}

/** Words of a question that two messages must both hold to speak of the same matter. */
const leastAsked = 2;
/** Or words that they must share whatever was asked, and their share of the shorter one's. */
const leastShared = 3;
const sharedPart = 0.5;
/** Characters of a message that are compared. */
const comparedCharacters = 1_000;

interface Terms {
  readonly all: ReadonlySet<string>;
  /** Those of its sentence that holds most of the question. */
  readonly sentence: ReadonlySet<string>;
  /** Those that the question holds too. */
  readonly asked: ReadonlySet<string>;
}

/**
 * The messages in the order they are quoted: by rank, but of two that speak of the same matter the newer one goes first,
 * since it may take back what the older says (invariant 7). They do where they hold the same words of the question, or
 * share half of their words, or of those of the sentences that are asked about, as a fact told anew does. Nothing is added
 * or left out.
 */
export function newestFirst<Item extends QuotedSource>(
  ranked: readonly Item[],
  query: string,
): readonly Item[] {
  const question = new Set(contentTerms(query));
  const termsOf = new Map(ranked.map((item) => [item, readTerms(item, question)]));
  const none: Terms = { all: new Set(), sentence: new Set(), asked: new Set() };
  const ordered: Item[] = [];
  for (const item of ranked) {
    const terms = termsOf.get(item) ?? none;
    const older = ordered.findIndex(
      (each) => each.createdAt < item.createdAt && isSameMatter(termsOf.get(each) ?? none, terms),
    );
    ordered.splice(older < 0 ? ordered.length : older, 0, item);
  }
  return ordered;
}

function readTerms({ content }: QuotedSource, question: ReadonlySet<string>): Terms {
  const text = content.slice(0, comparedCharacters);
  const all = new Set(contentTerms(text));
  const sentences = text.split(/(?<=[.!?](?=\s)|[。！？\n])/u).map((each) => new Set(contentTerms(each)));
  const askedOf = (terms: ReadonlySet<string>): number =>
    [...terms].filter((term) => question.has(term)).length;
  const [sentence = all] = sentences.toSorted((a, b) => askedOf(b) - askedOf(a));
  return { all, sentence, asked: new Set([...all].filter((term) => question.has(term))) };
}

function isSameMatter(a: Terms, b: Terms): boolean {
  if (a.asked.size >= leastAsked && a.asked.size === b.asked.size && isSubset(a.asked, b.asked)) return true;
  return isToldAnew(a.all, b.all) || isToldAnew(a.sentence, b.sentence);
}

function isToldAnew(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((term) => b.has(term)).length;
  return shared >= leastShared && shared >= sharedPart * Math.min(a.size, b.size);
}

function isSubset(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].every((term) => b.has(term));
}
