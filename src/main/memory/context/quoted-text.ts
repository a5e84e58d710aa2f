import { characterBoundary } from '../tokens/character-boundary';

/** Everything that a model or a terminal may take for the end of a line. */
const lineEnds = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;

/** Marks by which chat templates tell turns apart; servers that put text into a template may read them as such. */
const controlTokens = [/<\|/gu, /<\/?s>/giu, /\[\/?INST\]/giu, /<<\/?SYS>>/giu, /<(?:start|end)_of_turn>/giu];

/** Characters of a speaker's name that are shown at most. */
const speakerLimit = 60;

/** The lines of a text that is to be quoted, by every kind of line end. */
export function quotedLines(text: string): readonly string[] {
  return withoutControlTokens(text).split(lineEnds);
}

/** A speaker's name for the head of a quote: one line, short, without what could end the head. */
export function speakerLabel(name: string): string {
  const line = withoutControlTokens(name).split(lineEnds).join(' ').replaceAll(/[[\]]/gu, ' ');
  const label = line.replaceAll(/\s+/gu, ' ').trim();
  return label.slice(0, characterBoundary(label, speakerLimit));
}

/** Text with the control tokens of chat templates broken by a space, so that they are words and nothing else. */
export function withoutControlTokens(text: string): string {
  return controlTokens.reduce(
    (cleaned, token) => cleaned.replaceAll(token, ([first = '', ...rest]) => `${first} ${rest.join('')}`),
    text,
  );
}
