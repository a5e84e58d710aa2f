import { contentTerms } from '../../src/main/memory/text/content-terms';

/** Words of other languages that say nothing about the subject, as the program's English stop words do. */
const functionWords = new Set(
  `der die das den dem des ein eine einen einem einer und oder hat haben ist sind war wird werden am im an in auf von zu
   zum zur bei mit nach nun wo wer was wann wie welche welcher welches welchem an
   el la los las un una de del a al le lo y o es son que qué cuál cuando cuándo cómo dónde se su sobre
   le la les un une des du de d l s et ou est sont qui que quel quelle comment où en au aux sur si ne pas`.split(
    /\s+/u,
  ),
);

/**
 * The content words of a text: the program's own terms, without function words and without the names of entities, which
 * are no content words. Of Japanese only pairs that hold a Chinese character or katakana count: kana alone is grammar.
 */
function contentWords(text: string, entity: string): ReadonlySet<string> {
  return new Set(
    contentTerms(text.replaceAll(entity, ' ')).filter(
      (term) => !functionWords.has(term) && !/^\p{Script=Hiragana}+$/u.test(term),
    ),
  );
}

/** Whether two texts share a content word. */
export function sharesContentWord(a: string, b: string, entity: string): boolean {
  const words = contentWords(a, entity);
  return [...contentWords(b, entity)].some((word) => words.has(word));
}
