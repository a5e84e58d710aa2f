import type { Language } from './fact-templates';

/** What is said of an entity without telling the fact: at least five sentences a language. */
export const distractors: Readonly<Record<Language, readonly ((entity: string) => string)[]>> = {
  en: [
    (e) => `${e} went for a long walk along the river yesterday.`,
    (e) => `${e} has painted the kitchen in a light green.`,
    (e) => `I met ${e} at the market and we chatted about the weather.`,
    (e) => `${e} is reading a thick novel about sailors.`,
    (e) => `${e} would like to learn the guitar this winter.`,
    (e) => `${e} repaired the old bicycle in 2 hours.`,
    (e) => `${e} watched the match with 5 neighbours on Sunday.`,
    (e) => `${e} planted tomatoes behind the shed.`,
  ],
  de: [
    (e) => `${e} war gestern lange am Fluss spazieren.`,
    (e) => `${e} hat die Küche hellgrün gestrichen.`,
    (e) => `Ich habe ${e} auf dem Markt getroffen.`,
    (e) => `${e} liest gerade einen dicken Roman.`,
    (e) => `${e} möchte im Winter Gitarre lernen.`,
    (e) => `${e} hat das alte Fahrrad in 2 Stunden repariert.`,
  ],
  es: [
    (e) => `${e} paseó ayer por el río.`,
    (e) => `${e} pintó la cocina de verde.`,
    (e) => `Vi a ${e} en el mercado.`,
    (e) => `${e} lee una novela larga.`,
    (e) => `${e} quiere aprender guitarra en invierno.`,
    (e) => `${e} arregló la bicicleta en 2 horas.`,
  ],
  fr: [
    (e) => `${e} s'est promené hier au bord de la rivière.`,
    (e) => `${e} a peint la cuisine en vert.`,
    (e) => `J'ai vu ${e} au marché.`,
    (e) => `${e} lit un long roman.`,
    (e) => `${e} veut apprendre la guitare cet hiver.`,
    (e) => `${e} a réparé le vélo en 2 heures.`,
  ],
  zh: [
    (e) => `${e}昨天在河边散步。`,
    (e) => `${e}把厨房刷成了绿色。`,
    (e) => `我在市场遇到了${e}。`,
    (e) => `${e}正在读一本长篇小说。`,
    (e) => `${e}想在冬天学吉他。`,
    (e) => `${e}修好了旧自行车。`,
  ],
  ja: [
    (e) => `${e}さんは昨日、川沿いを散歩しました。`,
    (e) => `${e}さんは台所を緑に塗りました。`,
    (e) => `市場で${e}さんに会いました。`,
    (e) => `${e}さんは長い小説を読んでいます。`,
    (e) => `${e}さんは冬にギターを習いたいそうです。`,
    (e) => `${e}さんは古い自転車を直しました。`,
  ],
};

/** Names that entities are given, enough for every fact; each stands for one person in a conversation. */
export const names: Readonly<Record<'latin' | Extract<Language, 'zh' | 'ja'>, readonly string[]>> = {
  latin: [
    'Marisol',
    'Oskar',
    'Priyanka',
    'Tobias',
    'Ingrid',
    'Kwame',
    'Leonie',
    'Rafael',
    'Svetlana',
    'Dmitri',
    'Amelie',
    'Joaquin',
    'Noor',
    'Henrik',
    'Bettina',
    'Callum',
    'Yusuf',
    'Freya',
    'Matteo',
    'Zuzana',
    'Emeka',
    'Solveig',
    'Pascal',
    'Ottilie',
  ],
  zh: ['王芳', '李娜', '张伟', '陈静'],
  ja: ['佐藤', '高橋', '渡辺', '伊藤'],
};

/** What the rest of a conversation is about. */
export const tasks: readonly string[] = [
  'a packing list for a weekend in the hills',
  'a soup made of what is left in the fridge',
  'the wording of a note to the caretaker',
  'a plan for sorting old photographs',
  'the order of chores before guests arrive',
  'a short text for a birthday card',
  'a route for a bicycle tour around the lake',
  'the difference between two kinds of insulation',
  'ideas for a rainy afternoon with children',
  'a simple way to label the cables under the desk',
  'how to keep basil alive on a window sill',
  'a checklist for lending out the trailer',
  'the pros and cons of a heat pump',
  'a polite reminder about an unpaid bill',
  'a warm-up for a choir of beginners',
  'the structure of a talk about bees',
];

/** Sentences that fill a user's message. */
export const asides: readonly string[] = [
  'I have been putting this off for a while.',
  'It does not have to be perfect.',
  'Please keep it short if you can.',
  'I will look at it again tomorrow with fresh eyes.',
  'My neighbour suggested something similar, but I was not convinced.',
  'The last attempt took far too long.',
  'Nothing about it is urgent.',
  'Simple words would be best.',
];

/** Sentences that answers are made of: they propose, and tell no fact. */
export const advice: readonly string[] = [
  'A good way to begin is to write down what matters most and to leave the rest for later.',
  'Start small, look at the result, and only then decide whether it is worth more effort.',
  'You could split it into three parts and finish one of them each day.',
  'Many people find it easier when everything has its own place.',
  'If that does not work, try the other way round and compare the two.',
  'Set aside half an hour without distractions; that is usually enough.',
  'Ask somebody who has done it before, since small tricks save the most time.',
  'Keep the old version until you are sure that the new one is better.',
  'In most cases the cheaper option is good enough to start with.',
  'Once it is done, note what went well, so that the next time is easier.',
];
