import type { SessionId, TurnId } from './ids';
import type { BlockKind } from './snapshot';

/** The steps that are timed: those of every turn in their order, those that only some turns have, the background's. */
export const timedSteps = [
  'embed',
  'vector',
  'keyword',
  'rank',
  'build',
  'first-token',
  'reply',
  'commit',
  'tools',
  'second-look',
  'summarise',
] as const;
/** See {@link timedSteps}. */
export type TimedStep = (typeof timedSteps)[number];

/** How long one step took, in milliseconds. */
export interface StepTimes {
  readonly step: TimedStep;
  readonly runs: number;
  /** The latest runs, oldest first. */
  readonly recent: readonly number[];
  /** Null without a run. */
  readonly p50: number | null;
  /** Null under 20 runs, as p99. */
  readonly p95: number | null;
  readonly p99: number | null;
}

/** How long one step took on one day. */
export interface StepDay extends Pick<StepTimes, 'step' | 'runs' | 'p50' | 'p95' | 'p99'> {
  /** Local calendar day, YYYY-MM-DD. */
  readonly day: string;
}

/** What one turn sent, in tokens. */
export interface TurnTokens {
  /** Null once its chat was forgotten. */
  readonly turnId: TurnId | null;
  readonly sessionId: SessionId | null;
  /** Its number in its chat, from 1; null once its chat was forgotten. */
  readonly turnNumber: number | null;
  readonly at: number;
  readonly model: string;
  readonly parts: Readonly<Partial<Record<BlockKind, number>>>;
  /** The wall, and what of it was kept for the reply. */
  readonly windowTokens: number;
  readonly reserveTokens: number;
  /** The whole context as counted here, and as the server reported it. */
  readonly estimated: number;
  readonly reportedPrompt: number | null;
  readonly reportedCompletion: number | null;
  /** What the whole path up to the question would have taken, as counted here. */
  readonly everything: number;
  /** The version of the summary it was sent with; null without one. */
  readonly summaryVersion: number | null;
}

/** What was asked of one model, apart by whether the user waited for it. */
export interface ModelCost {
  readonly model: string;
  readonly isBackground: boolean;
  readonly calls: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Calls whose tokens the server did not count. */
  readonly estimatedCalls: number;
  /** Null where its price is not known. */
  readonly microcents: number | null;
  /** Whether it is known to run on this computer, and costs nothing for that reason. */
  readonly isLocal: boolean;
}

/** What one day cost. */
export interface DayCost {
  /** Local calendar day, YYYY-MM-DD. */
  readonly day: string;
  readonly calls: number;
  readonly tokens: number;
  /** What is known of it, answers and background apart. */
  readonly turnMicrocents: number;
  readonly backgroundMicrocents: number;
  /** Calls whose price is not known: they are in none of the sums. */
  readonly unpricedCalls: number;
}

/** The turns shown, against the same turns had each been sent with its whole path. */
export interface Comparison {
  readonly turns: number;
  readonly everythingTokens: number;
  /** What the turns sent and all that background work read and wrote meanwhile. */
  readonly engramTokens: number;
  readonly backgroundTokens: number;
  /** What is sent, at the models' prices; null where one is not known. Answers cost the same either way. */
  readonly everythingMicrocents: number | null;
  readonly engramMicrocents: number | null;
  /** Dollars per million tokens sent, where all turns shown have one price. */
  readonly promptPrice: number | null;
}

/** How the memory fares, of one chat or of all of a user's. */
export interface HealthReport {
  /** The latest turns, oldest first. */
  readonly turns: readonly TurnTokens[];
  readonly steps: readonly StepTimes[];
  /** The same steps day by day, the newest day first. */
  readonly stepDays: readonly StepDay[];
  readonly costs: readonly ModelCost[];
  readonly days: readonly DayCost[];
  readonly comparison: Comparison;
}

/** What fills the database. */
export const storageKinds = ['messages', 'vectors', 'words', 'log', 'summaries', 'free'] as const;
/** See {@link storageKinds}. */
export type StorageKind = (typeof storageKinds)[number];

/** What the database holds. */
export interface StorageReport {
  readonly bytes: number;
  /** Null where the file is too large to be measured in passing. */
  readonly kinds: readonly { readonly kind: StorageKind; readonly bytes: number }[] | null;
  readonly messages: number;
  readonly sessions: number;
}
