import type { SessionId, UserId } from '../../../shared/model/ids';
import type { Engine } from './engine';
import type { ContextSettings, QueryVector } from './recall';
import type { ToolOffer } from './tool-offer';

/** What a tool may use: the memory of one user, seen from one chat, and the time. */
export interface ToolContext {
  readonly engine: Pick<Engine, 'recall' | 'findMessage' | 'setPinned'>;
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly settings: ContextSettings;
  /** Embeds a query within its deadline; never throws. */
  readonly embedQuery: (text: string, signal: AbortSignal) => Promise<QueryVector>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** Something a model can do while it answers. */
export interface Tool {
  readonly offer: ToolOffer;
  /** Whether it changes anything: then it never runs without the user's word. */
  readonly hasEffect: boolean;
  /** Whether its results repeat memory: they are then never remembered (invariant 7). */
  readonly repeatsMemory: boolean;
  /**
   * Does it; what it returns is told to the model. Throws an AppError `bad-input` for arguments that do not fit; whatever
   * it throws is told to the model too.
   */
  readonly run: (input: unknown, context: ToolContext) => Promise<string>;
}
