import { catalogue } from '../../shared/catalogue/catalogue';
import type { SecondLook } from '../../shared/model/second-look';
import { formatCount } from './formats';

/** What the first answer took, in words; null where there was none. */
export function secondLookCost({ firstTokens }: Pick<SecondLook, 'firstTokens'>): string | null {
  if (firstTokens === null) return null;
  const { estimated, reported } = firstTokens;
  const words = catalogue.secondLook;
  if (reported === null) return words.costEstimated(formatCount(estimated));
  return words.costReported(formatCount(reported.prompt), formatCount(reported.completion));
}
