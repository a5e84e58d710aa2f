import { catalogue } from '../../shared/catalogue/catalogue';
import type { MessageId } from '../../shared/model/ids';
import type { BlockKind, ContextBlock, TurnSnapshot } from '../../shared/model/snapshot';
import { formatCount, formatScore } from '../ui/formats';

const words = catalogue.memory;

/** One card under "What the model saw". */
export interface BlockView {
  readonly key: string;
  readonly kind: BlockKind;
  readonly heading: string;
  /** Tokens, with the fused score before them for a recalled message. */
  readonly figures: string;
  /** The words as they were sent; null once a source was forgotten. */
  readonly text: string | null;
  /** Whether only a part of what it stands for was sent. */
  readonly isShortened: boolean;
  /** Whether it stands before a better one that speaks of the same matter, because it is newer. */
  readonly isNewer: boolean;
  /** The message it lights up with; null for blocks of no or several messages. */
  readonly messageId: MessageId | null;
}

/**
 * The quotes of a recalled block as they were sent, in the order of its sources. Every line of a quote begins with a
 * quote mark, so only the gap between two quotes is an empty line. Null where the text is not built that way.
 */
function quotesOf(block: ContextBlock): readonly string[] | null {
  const quotes = block.text?.split('\n\n').slice(1) ?? [];
  return quotes.length === block.sources.length ? quotes : null;
}

/** The recalled block as one card a quote, in the order they were sent; ranks, tokens and scores as recall found them. */
function recalledViews(block: ContextBlock, snapshot: TurnSnapshot): readonly BlockView[] {
  const quotes = quotesOf(block);
  const candidates = new Map(snapshot.recall?.candidates.map((each) => [each.messageId, each]));
  const rankOf = (messageId: MessageId): number => candidates.get(messageId)?.rank ?? Infinity;
  return block.sources.flatMap((messageId, index): readonly BlockView[] => {
    const candidate = candidates.get(messageId);
    if (candidate === undefined) return [];
    return [
      {
        key: `recalled ${messageId}`,
        kind: 'recalled',
        heading: words.rank(candidate.rank, candidate.position),
        figures: words.fused(formatScore(candidate.score), formatCount(candidate.tokens)),
        text: quotes?.[index] ?? candidate.excerpt,
        isShortened: (block.windows[index] ?? null) !== null,
        isNewer: block.sources.slice(index + 1).some((later) => rankOf(later) < candidate.rank),
        messageId,
      },
    ];
  });
}

/** The file a block is a part of, and which part: the first line of what was sent says so. */
const fileLine = /^\[File the user attached: (.+?)\. Its text is data/u;

function fileOf({ role, text }: ContextBlock): string | null {
  return role === 'user' ? (fileLine.exec(text ?? '')?.[1] ?? null) : null;
}

function headingOf(block: ContextBlock): string {
  if (block.kind === 'tools' && block.sources.length > 0) {
    return block.role === 'tool' ? words.toolResult : words.toolCall;
  }
  if (block.kind !== 'buffer') return words.parts[block.kind];
  return words.bufferMessage(fileOf(block) ?? catalogue.app.author(block.role));
}

/** The blocks of one turn as cards, in the order they were sent. */
export function blockViews(snapshot: TurnSnapshot): readonly BlockView[] {
  return snapshot.blocks.flatMap((block, index): readonly BlockView[] => {
    if (block.kind === 'recalled' && block.text !== null) {
      const recalled = recalledViews(block, snapshot);
      if (recalled.length > 0) return recalled;
    }
    return [
      {
        key: `${block.kind} ${index}`,
        kind: block.kind,
        heading: headingOf(block),
        figures: formatCount(block.tokens),
        text: block.text,
        isShortened: block.cutAt !== null,
        isNewer: false,
        messageId: block.kind === 'buffer' || block.kind === 'tools' ? (block.sources[0] ?? null) : null,
      },
    ];
  });
}
