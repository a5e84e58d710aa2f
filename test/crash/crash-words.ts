import { testSettings } from '../fakes/test-settings';

/** Small limits, so that a summary is soon due. */
export const crashSettings = testSettings({ bufferMessageLimit: 4, maxContextTokens: 2_000 });

const nouns = ['lighthouse', 'harbour', 'violin', 'orchard', 'ferry', 'lantern', 'archive', 'meadow'];

/** A sentence of its own for every number. */
export function sentence(number: number): string {
  const noun = (offset: number): string => nouns[(number * 7 + offset) % nouns.length] ?? 'harbour';
  return `Number ${String(number)}: the ${noun(0)} by the ${noun(3)} was sold on ${String(1 + (number % 28))} May ${String(1900 + (number % 120))}.`;
}
