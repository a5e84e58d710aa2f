/** Languages the planted facts are told in. */
export type Language = 'en' | 'de' | 'es' | 'fr' | 'zh' | 'ja';

/** One kind of fact: how it is told, changed and asked for. The paraphrase shares no content word with the telling. */
export interface FactTemplate {
  readonly language: Language;
  readonly kind: 'name' | 'date' | 'number' | 'preference';
  readonly values: readonly string[];
  readonly tell: (entity: string, value: string) => string;
  /** Tells a newer value. */
  readonly update: (entity: string, value: string) => string;
  readonly literal: (entity: string) => string;
  readonly paraphrased: (entity: string) => string;
}

const english: readonly Omit<FactTemplate, 'language'>[] = [
  {
    kind: 'number',
    values: ['4471', '9032', '6158', '2786'],
    tell: (e, v) => `${e} told me that the code for the locker is ${v}.`,
    update: (e, v) => `The code for the locker of ${e} was changed, it is ${v} now.`,
    literal: (e) => `What is the code for the locker of ${e}?`,
    paraphrased: (e) => `Which digits open the storage compartment that ${e} uses?`,
  },
  {
    kind: 'date',
    values: ['14 June', '2 August', '23 September', '9 May'],
    tell: (e, v) => `The wedding of ${e} will be held on ${v}.`,
    update: (e, v) => `The wedding of ${e} was moved, it will be held on ${v}.`,
    literal: (e) => `When will the wedding of ${e} be held?`,
    paraphrased: (e) => `On which day does ${e} get married?`,
  },
  {
    kind: 'name',
    values: ['Biscuit', 'Comet', 'Waffle', 'Juniper'],
    tell: (e, v) => `${e} called the new puppy ${v}.`,
    update: (e, v) => `${e} now calls the new puppy ${v}, the old one did not stick.`,
    literal: (e) => `What did ${e} call the new puppy?`,
    paraphrased: (e) => `What is the name of the young dog that lives with ${e}?`,
  },
  {
    kind: 'preference',
    values: ['jasmine', 'rooibos', 'peppermint', 'oolong'],
    tell: (e, v) => `In the morning ${e} only drinks ${v} tea.`,
    update: (e, v) => `In the morning ${e} has switched and only drinks ${v} tea.`,
    literal: (e) => `Which tea does ${e} drink in the morning?`,
    paraphrased: (e) => `What hot beverage should I make ${e} for breakfast?`,
  },
  {
    kind: 'number',
    values: ['845', '1120', '690', '1375'],
    tell: (e, v) => `${e} pays ${v} euros of rent each month.`,
    update: (e, v) => `The rent of ${e} went up, each month it is ${v} euros.`,
    literal: (e) => `How many euros of rent does ${e} pay each month?`,
    paraphrased: (e) => `How expensive is the flat of ${e} for the tenant?`,
  },
  {
    kind: 'date',
    values: ['3 March', '17 October', '28 November', '11 April'],
    tell: (e, v) => `${e} starts at the new office on ${v}.`,
    update: (e, v) => `${e} got another date for the new office and starts on ${v}.`,
    literal: (e) => `When does ${e} start at the new office?`,
    paraphrased: (e) => `From what time on will ${e} work in a different building?`,
  },
  {
    kind: 'name',
    values: ['Halvorsen', 'Brightwater', 'Castellan', 'Ostrander'],
    tell: (e, v) => `${e} works for a company called ${v}.`,
    update: (e, v) => `${e} left and works for a company called ${v} now.`,
    literal: (e) => `What is the company called that ${e} works for?`,
    paraphrased: (e) => `Which firm is the employer of ${e}?`,
  },
  {
    kind: 'number',
    values: ['B17', 'C42', 'D08', 'F31'],
    tell: (e, v) => `The flight of ${e} leaves from gate ${v}.`,
    update: (e, v) => `The gate was changed: the flight of ${e} leaves from ${v}.`,
    literal: (e) => `From which gate does the flight of ${e} leave?`,
    paraphrased: (e) => `Where at the airport should ${e} board the plane?`,
  },
  {
    kind: 'preference',
    values: ['hazelnuts', 'shellfish', 'celery', 'sesame'],
    tell: (e, v) => `${e} is allergic to ${v}.`,
    update: (e, v) => `The tests were wrong, ${e} is allergic to ${v}.`,
    literal: (e) => `What is ${e} allergic to?`,
    paraphrased: (e) => `Which food makes ${e} sick?`,
  },
  {
    kind: 'name',
    values: ['Tarnow', 'Lindavia', 'Pontrosso', 'Karlshede'],
    tell: (e, v) => `${e} grew up in the village of ${v}.`,
    update: (e, v) => `I was mistaken, ${e} grew up in the village of ${v}.`,
    literal: (e) => `In which village did ${e} grow up?`,
    paraphrased: (e) => `Where did ${e} live as a child?`,
  },
  {
    kind: 'date',
    values: ['30 January', '15 July', '21 December', '6 February'],
    tell: (e, v) => `${e} must hand in the thesis by ${v}.`,
    update: (e, v) => `${e} was given more time and must hand in the thesis by ${v}.`,
    literal: (e) => `By when must ${e} hand in the thesis?`,
    paraphrased: (e) => `What deadline does the university dissertation of ${e} have?`,
  },
  {
    kind: 'number',
    values: ['37', '52', '64', '81'],
    tell: (e, v) => `${e} collects stamps and owns ${v} albums.`,
    update: (e, v) => `${e} collects more stamps and owns ${v} albums by now.`,
    literal: (e) => `How many albums of stamps does ${e} own?`,
    paraphrased: (e) => `How large has the philately hobby of ${e} become?`,
  },
];

const others: readonly FactTemplate[] = [
  {
    language: 'de',
    kind: 'number',
    values: ['318', '452', '207', '966'],
    tell: (e, v) => `${e} hat die Schließfachnummer ${v} bekommen.`,
    update: (e, v) => `${e} hat getauscht und die Schließfachnummer ${v} bekommen.`,
    literal: (e) => `Welche Schließfachnummer hat ${e} bekommen?`,
    paraphrased: (e) => `Wo am Bahnhof liegt das Gepäck von ${e}?`,
  },
  {
    language: 'de',
    kind: 'date',
    values: ['12. Mai', '4. Oktober', '19. Februar', '27. Juli'],
    tell: (e, v) => `${e} feiert am ${v} Geburtstag.`,
    update: (e, v) => `${e} feiert den Geburtstag nun am ${v} nach.`,
    literal: (e) => `Wann feiert ${e} Geburtstag?`,
    paraphrased: (e) => `An welchem Tag wird ${e} ein Jahr älter?`,
  },
  {
    language: 'es',
    kind: 'preference',
    values: ['pistacho', 'avellana', 'coco', 'turrón'],
    tell: (e, v) => `A ${e} le gusta sobre todo el helado de ${v}.`,
    update: (e, v) => `Ahora a ${e} le gusta sobre todo el helado de ${v}.`,
    literal: (e) => `¿Qué helado le gusta a ${e}?`,
    paraphrased: (e) => `¿Cuál es el postre frío favorito de ${e}?`,
  },
  {
    language: 'fr',
    kind: 'name',
    values: ['Delacourt', 'Marchetti', 'Vasseur', 'Lemoine'],
    tell: (e, v) => `Le médecin de ${e} s'appelle ${v}.`,
    update: (e, v) => `Le nouveau médecin de ${e} s'appelle ${v}.`,
    literal: (e) => `Comment s'appelle le médecin de ${e} ?`,
    paraphrased: (e) => `Qui soigne ${e} en cas de maladie ?`,
  },
  {
    language: 'zh',
    kind: 'number',
    values: ['1806', '2317', '909', '1422'],
    tell: (e, v) => `${e}的房间号是${v}。`,
    update: (e, v) => `${e}换了地方，房间号是${v}。`,
    literal: (e) => `${e}的房间号是多少？`,
    paraphrased: (e) => `我去酒店哪里找${e}？`,
  },
  {
    language: 'ja',
    kind: 'date',
    values: ['3月8日', '6月21日', '10月2日', '12月15日'],
    tell: (e, v) => `${e}さんの引っ越しは${v}です。`,
    update: (e, v) => `${e}さんの引っ越しは${v}に変わりました。`,
    literal: (e) => `${e}さんの引っ越しはいつですか？`,
    paraphrased: (e) => `${e}さんが新居に入居する日を教えて。`,
  },
];

/** Every kind of fact that is planted, one of each. */
export const factTemplates: readonly FactTemplate[] = [
  ...english.map((template) => ({ ...template, language: 'en' as const })),
  ...others,
];
