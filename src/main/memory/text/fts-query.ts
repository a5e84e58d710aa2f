import type { SessionId, UserId } from '../../../shared/model/ids';
import { bigramsOf } from './bigrams';
import { contentTerms, readContentTerms } from './content-terms';
import { sessionToken, userToken } from './scope-token';
import { splitWords, type TextUnit } from './split-words';
import { createStemCache } from './stem';

/** Whose messages, and of which session; a null session means all of the user's. */
export interface QueryScope {
  readonly userId: UserId;
  readonly sessionId: SessionId | null;
}

/** A scope, and whether the database holds no other user's messages. What is found is re-read as the user's own. */
export interface RecallScope extends QueryScope {
  readonly isOnlyUser: boolean;
}

/** More alternatives cost time and find nothing more. */
const MAX_RECALL_TERMS = 64;
/** Nobody types more than this; the rest of a pasted text only narrows what the first words found. */
const MAX_SEARCH_WORDS = 32;
/** Of a longer query the beginning and the end are read: the question stands at one of them. */
const MAX_QUERY_CHARACTERS = 16_384;

/**
 * The terms of a query for recall: distinct stems without stop words, and pairs of characters where a script
 * writes no spaces. Of too many, the longest are kept, as they tend to be the rarest.
 */
export function recallTerms(text: string): readonly string[] {
  const distinct = [...new Set(readContentTerms(bothEnds(text)).map(({ term }) => term))];
  if (distinct.length <= MAX_RECALL_TERMS) return distinct;
  return distinct.sort((left, right) => right.length - left.length).slice(0, MAX_RECALL_TERMS);
}

/**
 * The terms of a query that tell one message from another: without the names of authors, which stand with every
 * message of theirs, where other words remain.
 */
export function tellingTerms(text: string, names: readonly string[]): readonly string[] {
  const terms = recallTerms(text);
  const nameTerms = new Set(names.flatMap((name) => contentTerms(name)));
  const telling = terms.filter((term) => !nameTerms.has(term));
  return telling.length > 0 ? telling : terms;
}

/**
 * The FTS5 query for recall: any of the terms, inside the scope. Every term gives a legal query.
 *
 * @returns null where there are no terms.
 */
export function buildRecallQuery(terms: readonly string[], scope: RecallScope): string | null {
  if (terms.length === 0) return null;
  return inScope(scope, `(${terms.map(recallTerm).join(' OR ')})`);
}

/**
 * The FTS5 query for search as you type: all of the words, the last one as a prefix, inside the scope. A word
 * also finds the other forms of itself. Every text gives a legal query.
 *
 * @returns null where the text has no word to look for.
 */
export function buildSearchQuery(text: string, scope: QueryScope): string | null {
  const units = splitWords(text.slice(0, MAX_QUERY_CHARACTERS)).slice(0, MAX_SEARCH_WORDS);
  if (units.length === 0) return null;
  const stem = createStemCache();
  const clauses = units.map((unit, index) => searchClause(unit, index === units.length - 1, stem));
  return [scopeQuery(scope), ...new Set(clauses)].join(' AND ');
}

function searchClause(unit: TextUnit, isLast: boolean, stem: (word: string) => string): string {
  if (unit.kind === 'unspaced') return unspacedClause(unit.characters);
  const written = `${quote(unit.text)}${isLast ? '*' : ''}`;
  const stemmed = stem(unit.text);
  return stemmed === unit.text ? written : `(${written} OR ${quote(stemmed)})`;
}

/** Adjacent pairs make a phrase: exactly this stretch. A lone character begins the pair it stands in. */
function unspacedClause(characters: readonly string[]): string {
  if (characters.length === 1) return `${quote(characters[0] ?? '')}*`;
  return quote(bigramsOf(characters).join(' '));
}

function recallTerm(term: string): string {
  return isLoneCharacter(term) ? `${quote(term)}*` : quote(term);
}

/** One character of a script without spaces; a digit or a Latin letter alone is a word. */
function isLoneCharacter(term: string): boolean {
  return Array.from(term).length === 1 && splitWords(term)[0]?.kind === 'unspaced';
}

/** A scope word costs a walk through all its messages: it is left out where it would leave nothing out. */
function inScope(scope: RecallScope, query: string): string {
  if (scope.sessionId !== null) return `${quote(sessionToken(scope.sessionId))} AND ${query}`;
  return scope.isOnlyUser ? query : `${quote(userToken(scope.userId))} AND ${query}`;
}

function scopeQuery(scope: QueryScope): string {
  const user = quote(userToken(scope.userId));
  return scope.sessionId === null ? user : `${user} AND ${quote(sessionToken(scope.sessionId))}`;
}

/** Inside quotes FTS5 sees only words; words hold no quote, and one would be doubled. */
function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function bothEnds(text: string): string {
  if (text.length <= MAX_QUERY_CHARACTERS) return text;
  const half = MAX_QUERY_CHARACTERS / 2;
  return `${text.slice(0, half)} ${text.slice(-half)}`;
}
