import { catalogue } from '../../shared/catalogue/catalogue';
import type { TurnSnapshot } from '../../shared/model/snapshot';
import { blockKinds } from '../../shared/model/snapshot';
import type { PartKind } from '../ui/part-kind';
import { percentsOf } from '../ui/percents';

const words = catalogue.memory;

/** One row of the legend. */
export interface ContextPart {
  readonly kind: PartKind;
  readonly label: string;
  readonly tokens: number;
  /** Of the window, one decimal; all rows together make 100.0. */
  readonly percent: number;
}

function labelOf(kind: PartKind, snapshot: TurnSnapshot): string {
  if (kind === 'recalled') {
    const sources = snapshot.blocks.filter((block) => block.kind === kind).flatMap((block) => block.sources);
    return sources.length === 0 ? words.parts.recalled : words.recalledPart(sources.length);
  }
  if (kind === 'buffer') {
    const count = snapshot.blocks.filter((block) => block.kind === kind).length;
    return count === 0 ? words.parts.buffer : words.bufferPart(count);
  }
  return words.parts[kind];
}

/**
 * The window of one turn as rows that sum to it: each kind of block, what frames them (reply priming), the reply's
 * reserve, and what is free. Kinds that took nothing are left out, but not the reply and the free rest.
 */
export function contextParts(snapshot: TurnSnapshot): readonly ContextPart[] {
  const sizes = blockKinds.map((kind) => ({
    kind,
    tokens: snapshot.blocks
      .filter((block) => block.kind === kind)
      .reduce((sum, block) => sum + block.tokens, 0),
  }));
  const inBlocks = sizes.reduce((sum, part) => sum + part.tokens, 0);
  const framing = Math.max(0, snapshot.tokensEstimated - inBlocks);
  const reply = snapshot.replyReserveTokens;
  const free = Math.max(0, snapshot.maxContextTokens - inBlocks - framing - reply);
  const all = [
    ...sizes,
    { kind: 'framing', tokens: framing } as const,
    { kind: 'reply', tokens: reply } as const,
    { kind: 'free', tokens: free } as const,
  ].filter((part) => part.tokens > 0 || part.kind === 'reply' || part.kind === 'free');
  const percents = percentsOf(all.map((part) => part.tokens));
  return all.map((part, index) => ({
    ...part,
    label: labelOf(part.kind, snapshot),
    percent: percents[index] ?? 0,
  }));
}
