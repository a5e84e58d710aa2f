import { factTemplates, type FactTemplate } from './fact-templates';
import { createRandom, type Random } from './random';
import { advice, asides, distractors, names, tasks } from './talk-templates';

/** One fact of a conversation and everything that is asked about it. */
export interface PlantedFact {
  readonly id: number;
  readonly template: FactTemplate;
  readonly entity: string;
  /** Oldest first: where each value was told. The last one told so far holds. */
  readonly tellings: readonly { readonly turn: number; readonly value: string; readonly text: string }[];
  readonly literal: string;
  readonly paraphrased: string;
}

/** One turn; turns count from 1. */
export interface PlantedTurn {
  readonly user: string;
  readonly assistant: string;
}

/** A long conversation with facts in it. */
export interface PlantedConversation {
  readonly turns: readonly PlantedTurn[];
  readonly facts: readonly PlantedFact[];
  /** What was said of each fact's entity beside the fact, by fact. */
  readonly distractors: ReadonlyMap<number, readonly { readonly turn: number; readonly text: string }[]>;
}

/** Facts are told in the first turns. */
export const plantedWithin = 20;
/** Later values come in these turns; distractors from the first of them on as well. */
const updatesFrom = 22;
/** By this turn everything has been said that may mislead. */
export const settledAt = 45;
/** Every third fact gets a newer value. */
const updatedEach = 3;
const distractorsEach = 5;

/** Makes a conversation of `turnCount` turns; the same seed gives the same beginning whatever its length. */
export function generateConversation(seed: number, turnCount: number): PlantedConversation {
  const random = createRandom(seed);
  const facts = plantFacts(random);
  const said = misleading(random, facts);
  const turns = Array.from({ length: turnCount }, (_, index) => makeTurn(random, index + 1, facts, said));
  return { turns, facts, distractors: said };
}

function plantFacts(random: Random): readonly PlantedFact[] {
  const pools = {
    latin: random.shuffle(names.latin),
    zh: random.shuffle(names.zh),
    ja: random.shuffle(names.ja),
  };
  const places = random.shuffle(Array.from({ length: plantedWithin }, (_, index) => index + 1));
  return random.shuffle(factTemplates).map((template, id) => {
    const pool = template.language === 'zh' || template.language === 'ja' ? template.language : 'latin';
    const entity = pools[pool][id % pools[pool].length];
    const [first, second] = random.shuffle(template.values);
    const turn = places[id];
    if (entity === undefined || first === undefined || second === undefined || turn === undefined) {
      throw new Error('A fact has no entity, value or turn');
    }
    const told = { turn, value: first, text: template.tell(entity, first) };
    const later = updatesFrom + Math.floor(random.next() * (settledAt - updatesFrom));
    const update = { turn: later, value: second, text: template.update(entity, second) };
    return {
      id,
      template,
      entity,
      tellings: id % updatedEach === 0 ? [told, update] : [told],
      literal: template.literal(entity),
      paraphrased: template.paraphrased(entity),
    };
  });
}

function misleading(
  random: Random,
  facts: readonly PlantedFact[],
): ReadonlyMap<number, readonly { readonly turn: number; readonly text: string }[]> {
  return new Map(
    facts.map(({ id, template, entity }) => [
      id,
      random
        .shuffle(distractors[template.language])
        .slice(0, distractorsEach)
        .map((say) => ({
          turn: plantedWithin + 1 + Math.floor(random.next() * (settledAt - plantedWithin)),
          text: say(entity),
        })),
    ]),
  );
}

function makeTurn(
  random: Random,
  turn: number,
  facts: readonly PlantedFact[],
  said: PlantedConversation['distractors'],
): PlantedTurn {
  const task = `Can you help me with ${random.pick(tasks)}?`;
  const talk = `${task} ${random.pick(asides)}`;
  const about = facts.flatMap(({ id, tellings }) => [
    ...tellings.filter((telling) => telling.turn === turn).map(({ text }) => text),
    ...(said.get(id) ?? []).filter((each) => each.turn === turn).map(({ text }) => text),
  ]);
  // Each fact is a message of its own kind: what is said of others may stand beside it.
  const user = [...random.shuffle(about), talk].join(' ');
  return { user, assistant: random.shuffle(advice).slice(0, 4).join(' ') };
}
