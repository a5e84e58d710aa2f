import type { LearnedFact } from './learned-fact';
import type { FactAttribute } from '../../../shared/model/profile';
import { animal, diet, properName, thing, trade, yearDay } from './fact-words';

/** One way to state a fact: a clause that matches from its first word on. */
export interface FactPattern {
  readonly attribute: FactAttribute;
  readonly matches: () => RegExp;
  readonly state: LearnedFact['state'];
  readonly confidence: number;
  /** The fact in words, of its value. */
  readonly say: (value: string) => string;
}

const iAm = String.raw`(?:I am|I'm|I’m)`;
const now = '(?:now |currently |still )?';

function pattern(
  attribute: FactAttribute,
  source: string,
  say: FactPattern['say'],
  state: LearnedFact['state'] = 'holds',
  confidence = 0.9,
): FactPattern {
  // Made when a clause is first looked at: all of them take 10 ms of a start.
  let expression: RegExp | null = null;
  const matches = (): RegExp => (expression ??= new RegExp(`^${source}`, 'u'));
  return { attribute, matches, state, confidence, say };
}

const livesIn = (place: string): string => `Lives in ${place}`;
const livedIn = (place: string): string => `Lived in ${place}`;
const worksAs = (job: string): string => `Works as ${job}`;
const worksAt = (firm: string): string => `Works at ${firm}`;

/** What a user may say of himself, tried in this order on each clause; the first that matches wins. */
export const factPatterns: readonly FactPattern[] = [
  pattern('name', String.raw`[Mm]y name(?: is|'s|’s) ${properName}`, (name) => `Is called ${name}`),
  pattern(
    'name',
    String.raw`(?:[Pp]lease )?[Cc]all me ${properName}`,
    (name) => `Is called ${name}`,
    'holds',
    0.8,
  ),
  pattern('name', String.raw`${iAm} called ${properName}`, (name) => `Is called ${name}`),
  pattern('home', String.raw`I (?:no longer|don't|do not) live in ${properName} any ?more`, livedIn, 'ended'),
  pattern('home', String.raw`I no longer live in ${properName}`, livedIn, 'ended'),
  pattern('home', String.raw`I ${now}live (?:${now})in ${properName}`, livesIn),
  pattern(
    'home',
    String.raw`(?:I've|I have|I) (?:just |recently )?moved (?:from [^,]+? )?to ${properName}`,
    livesIn,
  ),
  pattern('home', String.raw`(?:I used to live|I lived|I was living) in ${properName}`, livedIn, 'past'),
  pattern(
    'origin',
    String.raw`(?:I come|I am|I'm|I’m) (?:originally )?from ${properName}`,
    (place) => `Comes from ${place}`,
  ),
  pattern(
    'origin',
    String.raw`I (?:was born|grew up|was born and raised) in ${properName}`,
    (place) => `Comes from ${place}`,
  ),
  pattern('job', String.raw`I no longer work as an? ${trade}`, (job) => `Worked as ${job}`, 'ended'),
  pattern('job', String.raw`I (?:used to work|worked) as an? ${trade}`, (job) => `Worked as ${job}`, 'past'),
  pattern('job', String.raw`I ${now}work (?:${now})as an? ${trade}`, worksAs),
  pattern('job', String.raw`${iAm} ${now}an? ${trade}`, worksAs, 'holds', 0.85),
  pattern(
    'employer',
    String.raw`I no longer work (?:at|for) ${properName}`,
    (firm) => `Worked at ${firm}`,
    'ended',
  ),
  pattern(
    'employer',
    String.raw`I (?:used to work|worked) (?:at|for) ${properName}`,
    (firm) => `Worked at ${firm}`,
    'past',
  ),
  pattern('employer', String.raw`I ${now}work (?:${now})(?:at|for) ${properName}`, worksAt),
  pattern(
    'employer',
    String.raw`I (?:just |recently )?started (?:working )?(?:at|for) ${properName}`,
    worksAt,
  ),
  pattern(
    'birthday',
    String.raw`[Mm]y birthday(?: is|'s|’s) (?:on )?(?:the )?${yearDay}`,
    (day) => `Has a birthday on ${day}`,
  ),
  pattern('age', String.raw`${iAm} (?<value>\d{1,3}) years old`, (years) => `Is ${years} years old`),
  pattern(
    'partner',
    String.raw`[Mm]y (?:wife|husband|partner|girlfriend|boyfriend|fiancée?|spouse)(?: is called|'s name is|’s name is| is named) ${properName}`,
    (name) => `Has a partner called ${name}`,
  ),
  pattern(
    'child',
    String.raw`[Mm]y (?:son|daughter)(?: is called|'s name is|’s name is| is named) ${properName}`,
    (name) => `Has a child called ${name}`,
  ),
  pattern(
    'pet',
    String.raw`(?:I|We) have an? (?:[\p{L}-]+ )?${animal} (?:named|called) ${properName}`,
    (name) => `Has a pet called ${name}`,
  ),
  pattern(
    'pet',
    String.raw`[Mm]y ${animal}(?: is called|'s name is|’s name is| is named) ${properName}`,
    (name) => `Has a pet called ${name}`,
  ),
  pattern(
    'allergy',
    String.raw`${iAm} allergic to (?<value>(?!anything|nothing|everything|this|that|it\b)[\p{L}-]+(?: (?!and|or|but|so|which)[\p{L}-]+)?)`,
    (what) => `Is allergic to ${what}`,
  ),
  pattern('diet', String.raw`${iAm} no longer (?:a )?${diet}`, (way) => `Was ${way}`, 'ended'),
  pattern('diet', String.raw`${iAm} ${now}(?:a )?${diet}`, (way) => `Is ${way}`),
  pattern(
    'likes',
    String.raw`I (?:really |absolutely )?(?:love|like|enjoy) ${thing}`,
    (what) => `Likes ${what}`,
    'holds',
    0.75,
  ),
  pattern(
    'dislikes',
    String.raw`I (?:really |absolutely )?(?:hate|dislike|can't stand|cannot stand) ${thing}`,
    (what) => `Dislikes ${what}`,
    'holds',
    0.75,
  ),
];
