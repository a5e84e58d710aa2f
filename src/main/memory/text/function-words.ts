import { languageSign } from './german';
import { isStopWord } from './stop-words';

/** Folded function words of French, Spanish, Italian, Portuguese and Dutch. */
const FOREIGN: ReadonlySet<string> = new Set(
  `au aux avec ce ces cette comme comment dans de des donc du elle elles en est et il ils je la le les leur lui ma mais mes mon
  ne nous ou ont par pas pour quand que quel quelle qui sa sans se ses son sont sur ta te tes toi ton tu un une vos votre vous y
  al como con cual cuando cuanto del donde el ella ellos entre era es esa ese esta este fue hay las lo los mas mi muy
  nos nuestro para pero por porque quien se ser si sin sobre su sus tiene todo una uno unos ya yo
  alla anche che chi ci come cosa da dal dalla degli dei della delle di dove e gli ha hanno ho i io loro nel nella non per piu
  quando quale quanto questa questo sei sono sua suo sul tra tuo un una
  ao aos as com da das do dos ela ele em essa esse eu foi isso isto mais mas meu minha muito na nao nas nem no nos onde os ou pela pelo
  quem qual sao se sem seu sua tambem tem um uma voce
  aan als bij dan dat de deze die dit door een er geen haar heeft hem het hij hoe hun ik in is je kan maar me met mijn naar niet
  nog nu of om ons onze ook op over te toen tot uit van veel voor waar wanneer wat welk welke werd wie wij worden ze zich zijn zo`.split(
    /\s+/,
  ),
);

/** What the words of a text say of its language: how many function words are of English alone, and how many of other languages alone. */
export function functionWords(words: readonly string[]): {
  readonly english: number;
  readonly foreign: number;
} {
  let english = 0;
  let foreign = 0;
  for (const word of words) {
    const isEnglish = word.length > 1 && isStopWord(word);
    const isForeign = FOREIGN.has(word) || languageSign(word) > 0;
    if (isEnglish && !isForeign) english += 1;
    if (isForeign && !isEnglish) foreign += 1;
  }
  return { english, foreign };
}
