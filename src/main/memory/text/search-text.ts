import type { SessionId, UserId } from '../../../shared/model/ids';
import { bigramsOf } from './bigrams';
import { monthName } from './calendar-date';
import { sessionToken, userToken } from './scope-token';
import { splitWords, type TextUnit } from './split-words';
import { createFormsReader, type WordForms } from './word-forms';

/** Raised whenever {@link buildSearchText} writes other words for the same message: what lies on disk is then renewed. */
export const searchTextVersion = 3;

/** What of a message goes into full text. */
export interface SearchTextInput {
  readonly content: string;
  readonly author: string | null;
  /** Milliseconds since 1970; its local calendar day is indexed. */
  readonly createdAt: number;
  readonly userId: UserId;
  readonly sessionId: SessionId;
}

/**
 * Builds the column that FTS5 indexes: scope words, date words, author, then the text.
 *
 * Every word stands there as written, for search as you type, and as its stem where that differs, for recall, with
 * what a compound may be made of.
 * A stretch without spaces stands there as its pairs of characters and its last character, so that a word of
 * two characters is found as a pair and a single character as a prefix.
 */
export function buildSearchText(input: SearchTextInput): string {
  const read = createFormsReader();
  const tokens = [userToken(input.userId), sessionToken(input.sessionId), ...dateWords(input.createdAt)];
  for (const text of [input.author ?? '', input.content]) {
    const units = splitWords(text);
    const forms = read(units);
    units.forEach((unit, index) => {
      appendUnit(tokens, unit, forms[index]);
    });
  }
  return tokens.join(' ');
}

function appendUnit(tokens: string[], unit: TextUnit, forms: WordForms | undefined): void {
  if (unit.kind === 'unspaced') {
    const last = unit.characters.at(-1) ?? '';
    for (const pair of bigramsOf(unit.characters)) tokens.push(pair);
    if (unit.characters.length > 1) tokens.push(last);
    return;
  }
  const { term = null, parts = [] } = forms ?? {};
  tokens.push(unit.text);
  if (term !== null && term !== unit.text) tokens.push(term);
  for (const part of parts) if (part !== unit.text) tokens.push(part);
}

function dateWords(createdAt: number): readonly string[] {
  const date = new Date(createdAt);
  if (Number.isNaN(date.getTime())) return [];
  return [String(date.getFullYear()), monthName(date.getMonth() + 1), String(date.getDate())];
}
