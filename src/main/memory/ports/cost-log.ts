import type { SessionId, TurnId, UserId } from '../../../shared/model/ids';

/** What models are asked for; everything but `reply` and `second-look` is background work. */
export const costKinds = [
  'reply',
  'second-look',
  'summary',
  'judge',
  'embedding',
  'profile',
  'title',
] as const;
/** See {@link costKinds}. */
export type CostKind = (typeof costKinds)[number];

/** What a call was made for. */
export interface CallPurpose {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  /** Null for background work that belongs to no turn. */
  readonly turnId: TurnId | null;
  readonly kind: CostKind;
}

/** One answered call of a model. */
export interface ModelCall extends CallPurpose {
  /** As the server names it. */
  readonly model: string;
  /** Whether it runs on this computer, where a call costs nothing. */
  readonly isLocal: boolean;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Whether the server counted the tokens; otherwise they are estimated. */
  readonly reported: boolean;
}

/** What models cost. */
export interface CostLog {
  /**
   * Keeps one call, priced by the table of the settings; answers its price in microcents, null where the model's price
   * is not known. Of a chat that is temporary, or gone, only the day's totals are kept: nothing says whose they are.
   */
  recordCost(input: ModelCall): Promise<{ readonly microcents: number | null }>;
}
