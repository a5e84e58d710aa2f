import type { BlockKind } from '../../shared/model/snapshot';
import { blockKinds } from '../../shared/model/snapshot';

/** What the window is divided into: the blocks, the frame around them, the reply's reserve, and what is left. */
export type PartKind = BlockKind | 'framing' | 'reply' | 'free';

/** The parts in the order they are always drawn. */
export const partOrder: readonly PartKind[] = [...blockKinds, 'framing', 'reply', 'free'];

/** Whether a name from main is one of the kinds of block. */
export function isBlockKind(name: string): name is BlockKind {
  return blockKinds.some((kind) => kind === name);
}
