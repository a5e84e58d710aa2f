const code = /```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]*`/gu;
const quotedLine = /^\s*>.*$/gmu;
/** Paired marks only, and not across lines: an apostrophe ends nothing. */
const quoted =
  /"[^"\n]{0,400}"|“[^”\n]{0,400}”|„[^“”\n]{0,400}[“”]|«[^»\n]{0,400}»|「[^」\n]{0,400}」|『[^』\n]{0,400}』/gu;

/** What a reply says itself: without code and without the words of others that it quotes. */
export function ownWords(reply: string): string {
  return reply
    .replaceAll('’', "'")
    .replaceAll(code, ' … ')
    .replaceAll(quotedLine, '')
    .replaceAll(quoted, ' … ');
}
