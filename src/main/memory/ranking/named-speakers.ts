import type { Role } from '../../../shared/model/message';
import { foldText } from '../text/fold';
import { splitWords } from '../text/split-words';
import { stemOf } from '../text/stem';
import { isStopWord } from '../text/stop-words';

/** Of whom a query speaks: authors by name, or, where messages have no author, one side of the chat. */
export interface SpokenFor {
  readonly authors: ReadonlySet<string>;
  readonly role: Role | null;
}

const ASSISTANT_SAID =
  /\byou (?:\w+ )?(?:say|said|tell|told|suggest|suggested|recommend|recommended|mention|mentioned|explain|explained|write|wrote|give|gave|propose|proposed|list|listed|answer|answered|call|called)\b/;
/** "Can you tell …", "do you remember …" ask of the assistant and say nothing about it. */
const MERE_ADDRESS =
  /\b(?:can|could|would|will|please|thank|thanks) you\b|\b(?:do|did) you (?:still )?(?:remember|recall|know|think)\b/g;
const ASSISTANT = /\byour?\b/;
const USER_HIMSELF =
  /\b(?:i|my|mine|myself|we|our|ours|ich|mein(?:e[mnrs]?)?|mich|mir|wir|unser(?:e[mnrs]?)?|uns)\b|[我咱私俺僕]/;

/** The authors that a query names, by any word of their name, and the side it speaks of as "I" or "you". */
export function namedSpeakers(query: string, authors: readonly string[]): SpokenFor {
  const words = new Set(nameWords(query));
  const named = authors.filter((author) => nameWords(author).some((word) => words.has(word)));
  return { authors: new Set(named), role: spokenRole(foldText(query)) };
}

/**
 * A query without the authors' names, for the embedder: a name says who speaks, not what about, and pulls the query
 * towards everything that person said. A query of hardly anything else stays as it is.
 */
export function withoutNames(query: string, authors: readonly string[]): string {
  const names = new Set(authors.flatMap(nameWords));
  // Only as a name is written, so that "will" stays where an author is called Will.
  const rest = query
    .replaceAll(/\p{Lu}[\p{L}\p{M}]*(?:['’]s\b)?/gu, (word) =>
      nameWords(word).some((each) => names.has(each)) ? ' ' : word,
    )
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return splitWords(rest).length < fewestWords ? query : rest;
}

/** A question of fewer words is its name. */
const fewestWords = 2;

/** The stems of all words in the authors' names. */
export function speakerTerms(authors: readonly string[]): ReadonlySet<string> {
  return new Set(authors.flatMap(nameWords).map(stemOf));
}

function spokenRole(query: string): Role | null {
  const matter = query.replaceAll(MERE_ADDRESS, ' ');
  if (ASSISTANT_SAID.test(matter)) return 'assistant';
  if (USER_HIMSELF.test(matter)) return 'user';
  return ASSISTANT.test(matter) ? 'assistant' : null;
}

function nameWords(text: string): readonly string[] {
  return splitWords(text)
    .map((unit) => (unit.kind === 'word' ? unit.text : unit.characters.join('')))
    .filter((word) => !isStopWord(word));
}
