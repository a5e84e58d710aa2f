import type { ContextPreview } from '../../shared/contract/calls/chat-calls';
import type { PartKind } from '../ui/part-kind';
import { isBlockKind, partOrder } from '../ui/part-kind';

/** The gauge by the composer. */
export interface GaugeParts {
  /** In the order of the context; they sum to the window, or to more where it is over. */
  readonly parts: readonly { readonly kind: PartKind; readonly tokens: number }[];
  /** Tokens of all parts but the reply's reserve, the draft included. */
  readonly used: number;
  /** Whether something would have to be left out. */
  readonly isOver: boolean;
}

/** What the next message would be sent with: the parts main counted, the draft as part of the buffer. */
export function gaugeParts(preview: ContextPreview, draftTokens: number): GaugeParts {
  const byKind = new Map<PartKind, number>();
  const add = (kind: PartKind, tokens: number): void => {
    byKind.set(kind, (byKind.get(kind) ?? 0) + tokens);
  };
  for (const part of preview.parts) add(isBlockKind(part.kind) ? part.kind : 'framing', part.tokens);
  add('buffer', draftTokens);
  const used = [...byKind.values()].reduce((sum, tokens) => sum + tokens, 0);
  const free = preview.maxContextTokens - preview.replyReserveTokens - used;
  add('reply', preview.replyReserveTokens);
  add('free', Math.max(0, free));
  return {
    parts: partOrder.map((kind) => ({ kind, tokens: byKind.get(kind) ?? 0 })),
    used,
    isOver: free < 0,
  };
}
