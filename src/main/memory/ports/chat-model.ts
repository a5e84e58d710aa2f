import type { AppErrorShape } from '../../../shared/errors';
import type { ToolCall } from '../../../shared/model/message-metadata';
import type { ToolOffer } from './tool-offer';
import type { NetworkPurpose } from '../../../shared/model/network';
import type { ChatMessage, RecalledMessage } from './recall';

/** What one call of a chat model gets. */
export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  /** The same messages recall kept, for the model that only quotes. */
  readonly recalled: readonly RecalledMessage[];
  /** Output limit in tokens: the reply reserve. */
  readonly maxTokens: number;
  /** 0–2; the model's own default where absent. */
  readonly temperature?: number | undefined;
  /** The tools the model may call; none where absent. */
  readonly tools?: readonly ToolOffer[] | undefined;
  /** Whether it may still call them: without, they are named so that earlier calls make sense, and no more. */
  readonly mayCallTools?: boolean | undefined;
  /** Why it is asked, for the network log and the limits; `reply` where absent. */
  readonly purpose?: NetworkPurpose | undefined;
  readonly signal: AbortSignal;
}

/** One step of a streamed reply. */
export type ChatChunk =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'usage'; readonly prompt: number; readonly completion: number }
  /** Tools the answer calls, complete; they come last, in the order they were made. */
  | { readonly kind: 'tool-calls'; readonly calls: readonly ToolCall[] }
  /** A request failed before its first word and is made again at `until` (ms since 1970), as `attempt` of `attempts`. */
  | {
      readonly kind: 'waiting';
      readonly error: AppErrorShape;
      readonly attempt: number;
      readonly attempts: number;
      readonly until: number;
    };

/**
 * A model that answers; throws typed AppErrors: `auth`, `rate-limit`, `quota`, `context-overflow` (a
 * {@link ContextOverflowError}), `server`, `network`, `timeout`, `bad-response`, `cancelled`.
 */
export interface ChatModel {
  /** The name sent to the server and shown to the user. */
  readonly name: string;
  readonly kind: 'offline' | 'server';
  /** Whether its server runs on this computer, where a call costs nothing; false where absent. */
  readonly isLocal?: boolean | undefined;
  /** False once the server has refused tools; absent or true where they may be tried. */
  readonly takesTools?: () => boolean;
  stream(request: ChatRequest): AsyncIterable<ChatChunk>;
}
