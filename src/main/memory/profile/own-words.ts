import { splitSentences } from '../text/split-sentences';

/** Characters of a message that are read; what a user says of himself stands at the beginning or not at all. */
const longest = 4_000;

const jokes = /\b(?:just kidding|kidding|joking|jk|lol|lmao|rofl|haha+|hehe)\b|[😂🤣😜😝😉]/iu;
const unreal =
  /\b(?:if|suppose|supposing|imagine|assume|assuming|pretend|maybe|perhaps|possibly|would|could|might|wish|hypothetically|what if|let's say|unless|should i|as if|in a dream|role-?play)\b/iu;
const reported =
  /\b(?:says?|saying|said|writes?|wrote|tells?|told|claims?|claimed|thinks?|thought|asks?|asked|quotes?|quoted|according to)\b/iu;
/** What follows the colon of such a request is material, not the user's own words. */
const material =
  /\b(?:translate|summari[sz]e|rewrite|rephrase|paraphrase|correct|proofread|fix|edit|improve|explain|analy[sz]e|write|draft|text|letter|e-?mail|poem|story|sentence|example)\b[^.!?\n]*:/iu;

/**
 * The sentences of a message that state something in the user's own words, here and now: without code, quotations and
 * pasted material, without questions, conditions, other people's words, and none of a message that jokes.
 */
export function ownStatements(content: string): readonly string[] {
  const text = withoutMaterial(withoutQuotes(content.slice(0, longest)));
  if (jokes.test(text)) return [];
  return splitSentences(text).filter(
    (sentence) =>
      !/[?？]\s*$/u.test(sentence) &&
      !unreal.test(sentence) &&
      !reported.test(sentence.replace(/\b(?:as|like) i said\b/iu, '')),
  );
}

function withoutQuotes(content: string): string {
  return content
    .replaceAll(/```[\s\S]*?(?:```|$)/gu, ' ')
    .replaceAll(/`[^`\n]*`/gu, ' ')
    .replaceAll(/^\s*>.*$/gmu, ' ')
    .replaceAll(/"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|„[^“”\n]*[“”]|‘[^’\n]{8,}’/gu, ' ');
}

/** Ends a text where pasted material begins: nothing tells where that ends. */
function withoutMaterial(text: string): string {
  const match = material.exec(text);
  return match === null ? text : text.slice(0, match.index);
}
