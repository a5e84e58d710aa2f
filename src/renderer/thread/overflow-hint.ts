import { catalogue } from '../../shared/catalogue/catalogue';
import { blockKinds, type TurnSnapshot } from '../../shared/model/snapshot';
import { formatCount } from '../ui/formats';

const words = catalogue.reply;

/** What took most of a context that was too long, and that less is sent next time. */
export function overflowHint(snapshot: TurnSnapshot | undefined): string {
  const totals = blockKinds.map((kind) => {
    const blocks = snapshot?.blocks.filter((block) => block.kind === kind) ?? [];
    return { kind, tokens: blocks.reduce((sum, block) => sum + block.tokens, 0) };
  });
  const largest = totals.reduce((most, part) => (part.tokens > most.tokens ? part : most));
  if (largest.tokens === 0) return words.sendsLess;
  const part = catalogue.memory.parts[largest.kind];
  return `${words.largestPart(part, formatCount(largest.tokens))} ${words.sendsLess}`;
}
