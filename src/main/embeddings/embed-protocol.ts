import type { AppErrorShape } from '../../shared/errors';

/** What the embedder's worker is asked. */
export type EmbedRequest =
  | {
      readonly kind: 'embed';
      readonly id: number;
      readonly texts: readonly string[];
      readonly urgent: boolean;
    }
  | { readonly kind: 'cancel'; readonly id: number };

/** What it answers, once for each `embed` that was not cancelled. */
export type EmbedReply =
  | {
      readonly kind: 'vectors';
      readonly id: number;
      /** All vectors one after another; its memory is handed over. */
      readonly values: Float32Array;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly error: AppErrorShape };
