import { foldText } from '../text/fold';

/** What kind of answer a question asks for, told by its words alone. */
export interface QuestionNeeds {
  /** More than one thing, said at different times: "Which towns has she visited?", "How many cats …?". */
  readonly several: boolean;
  readonly place: boolean;
  readonly number: boolean;
  /** The title of a work: a book, a film, a song. */
  readonly title: boolean;
  /** What somebody would do, or might be like: it rests on what was said here and there of other things. */
  readonly judgement: boolean;
}

const COUNTS = /\bhow (?:many|often)\b/;
const NUMBER =
  /\bhow (?:many|much|often|long|old|high|big|far)\b|\bwie (?:viele?|oft|lange|alt|hoch)\b|多少|几[个次天年岁]|いくら|いくつ|何[人個回年歳]|(?<!\p{L})كم(?!\p{L})/u;
const PLACE =
  /\bwhere\b|\b(?:what|which) (?:\w+ )?(?:country|countries|city|cities|town|towns|state|states|place|places)\b/;
const TITLE = /\b(?:book|novel|movie|film|song|album|game|show|series|band)s?\b/;
/** "Would you tell me …" asks politely and judges nothing. */
const JUDGEMENT = /\b(?:would|might|could)\b(?! you\b)|\b(?:likely|probably|considered)\b/;
/** "What has she painted?" gathers a life; "How long has she …?" does not, nor does "What does she have?". */
const PERFECT = /\b(?:what|which|where|who)\b[^?]*\b(?:has|have)\b(?! (?:to|in)\b)/;
const ONE_SPAN = /\bhow long\b|\bwhen\b|\b(?:does|do|did|to) \w+ have\b|\bdoes\b.*\bhave\b/;
const ASKED_THING = /^(?:in |on |at |from |for )?(?:what|which) (.*)/;
const VERB_FORMS = new Set(
  'does did do is are was were has have had can might would could will should goes comes makes says gives takes needs wants helps'.split(
    ' ',
  ),
);
const SINGULAR_ENDING = /(?:ss|us|is|['’]s)$/;
const NOT_PLURAL = new Set(['times', 'perhaps', 'always', 'besides', 'series', 'news', 'lens']);
/** Words after "what" among which its noun stands. */
const nounWithin = 4;

/** Reads what a question asks for: in English all of it, in other languages whether it is a number. */
export function questionNeeds(question: string): QuestionNeeds {
  const text = foldText(question);
  return {
    several: COUNTS.test(text) || (PERFECT.test(text) && !ONE_SPAN.test(text)) || asksPlural(text),
    place: PLACE.test(text),
    number: NUMBER.test(text),
    title: TITLE.test(text),
    judgement: JUDGEMENT.test(text),
  };
}

/** "Which books …", "What outdoor activities …": a plural before the verb. */
function asksPlural(text: string): boolean {
  const asked = ASKED_THING.exec(text)?.[1];
  if (asked === undefined) return false;
  for (const word of (asked.match(/[a-z+/'’-]+/g) ?? []).slice(0, nounWithin)) {
    if (VERB_FORMS.has(word) || word.endsWith("'s") || word.endsWith('’s')) return false;
    if (word.length > 3 && word.endsWith('s') && !SINGULAR_ENDING.test(word) && !NOT_PLURAL.has(word))
      return true;
  }
  return false;
}
