import { z } from 'zod';
import { messageIdSchema, type MessageId, type SessionId, type SummaryId } from './ids';

/** Below this quality a summary is written once more (DESIGN 4, Quality). */
export const qualityFloor = 0.7;

/** How a summary was judged: with its reasons, or why it is unscored. */
export const summaryScoreSchema = z
  .object({
    /** The judge's model; `offline` counts what is covered. */
    judge: z.string(),
    /** What the drawn messages were drawn with. */
    seed: z.int(),
    /** The messages it was held against. */
    drawn: z.array(z.object({ id: messageIdSchema, position: z.int() })),
  })
  .and(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('scored'),
        reasoning: z.string(),
        missing: z.array(z.string()),
        accurate: z.boolean(),
        /** Names, dates and numbers of the drawn messages; null where the judge is a model, which counts none. */
        details: z.object({ kept: z.int(), all: z.int() }).nullable(),
      }),
      z.object({ kind: z.literal('unscored'), reason: z.string() }),
    ]),
  );
/** See {@link summaryScoreSchema}. */
export type SummaryScore = Readonly<z.infer<typeof summaryScoreSchema>>;

/** One version of a session's rolling summary. */
export interface Summary {
  readonly id: SummaryId;
  readonly sessionId: SessionId;
  readonly parentId: SummaryId | null;
  /** Number in the session, from 1; two tries at the same version share it. */
  readonly version: number;
  /** Its place in the order of writing, from 1. */
  readonly order: number;
  /** The first try that this one replaced because its quality was too low. */
  readonly retryOf: SummaryId | null;
  /** Who wrote it: extracted sentences, a model, or the user. */
  readonly origin: 'extractive' | 'model' | 'user';
  /** It stands for the active path from the first message up to this one. */
  readonly lastMessageId: MessageId;
  /** Positions on the path as they were when it was written. */
  readonly fromPosition: number;
  readonly toPosition: number;
  readonly text: string;
  readonly tokens: number;
  /** Tokens of the messages it stands for. */
  readonly sourceTokens: number;
  readonly model: string;
  /** What writing it cost, in microcents; null where the price is not known. */
  readonly costMicrocents: number | null;
  readonly createdAt: number;
  /** 0–1; null while unscored. */
  readonly quality: number | null;
  /** How it was judged; null while it was not. */
  readonly score: SummaryScore | null;
  /** Whether its last message is on the active path and nothing newer replaced it. */
  readonly current: boolean;
}

/** Which messages a new version is to fold, and into what. */
export type FoldMode =
  /** The older half of the unsummarised messages, where that is due. */
  | { readonly kind: 'due' }
  /** The same, due or not. */
  | { readonly kind: 'now' }
  /** What the version in force folded, once more. */
  | { readonly kind: 'again' }
  /** The messages between two positions, on top of the newest version that ends before them. */
  | { readonly kind: 'range'; readonly from: number; readonly to: number };

/** What a fold would do, told before it is done. */
export interface FoldPreview {
  /** The number the new version would have. */
  readonly version: number;
  /** The version it would build on; null for none. */
  readonly base: number | null;
  /** Positions that would be folded, first and last. */
  readonly folds: readonly [number, number];
  /** Tokens of those messages. */
  readonly tokens: number;
  /** Positions that would be left for the buffer, first and last; null where none would. */
  readonly keeps: readonly [number, number] | null;
}

/** The summaries of a session and what could be done with them. */
export interface SummaryState {
  /** The newest first. */
  readonly summaries: readonly Summary[];
  /** Whether the session's strategy uses summaries. */
  readonly summarises: boolean;
  readonly bufferTokens: number;
  readonly bufferLimit: number;
  /** What "Compact now" would do; null where there is nothing to fold. */
  readonly compaction: FoldPreview | null;
  /** Set once the summariser gave up, until somebody lets it try again. */
  readonly stopped: StoppedWork | null;
  /** The same of the judge, without whom new versions stay unscored. */
  readonly stoppedScore: StoppedWork | null;
}

/** Background work that gave up. */
export interface StoppedWork {
  readonly jobId: string;
  readonly message: string;
  readonly attempts: number;
}

/** One sentence of a summary against those of the version before. */
export interface DiffLine {
  readonly kind: 'kept' | 'added' | 'lost';
  /** The sentence as it stands in the summary. */
  readonly text: string;
  /** The message it comes from, where one was found. */
  readonly source: { readonly messageId: MessageId; readonly position: number } | null;
  /** What became of a lost sentence: a newer value took its place, or it is missing. Null for other kinds. */
  readonly fate:
    | { readonly kind: 'replaced'; readonly by: string; readonly position: number | null }
    | { readonly kind: 'missing' }
    | null;
}

/** A version against the one it was made from. */
export interface SummaryDiff {
  readonly summaryId: SummaryId;
  readonly version: number;
  /** Null where it was made from none. */
  readonly against: number | null;
  readonly lines: readonly DiffLine[];
}
