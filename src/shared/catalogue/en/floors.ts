/** Words of the card about the floors of recall. */
export const floors = {
  title: 'Floors of recall',
  hint: 'A message found for a question is sent only from this score on. Measured with 60 made-up questions of half the words of one of your messages: asked with that message, and with it and its neighbours left out.',
  byKeyword: 'By words alone',
  with: (model: string): string => `With ${model}`,
  inForce: (floor: string): string => `In force: ${floor}`,
  builtIn: (floor: string): string => `built in ${floor}`,
  measured: (floor: string, probes: number, when: string): string =>
    `measured ${floor} (${String(probes)} questions, ${when})`,
  notMeasured: 'not measured yet; from 200 messages on that is done by itself',
  tooFew: (probes: number): string => `too few questions to measure (${String(probes)} of 20)`,
  withSource: 'The message itself',
  withoutSource: 'The best of the rest',
  from: 'Score from',
  chart: (name: string, floor: string): string =>
    `${name}: scores with and without the message, floor ${floor}`,
  use: 'Go by the measured floors',
  measure: 'Measure now',
  measuring: 'Measuring…',
  failed: 'The floors could not be read.',
};
