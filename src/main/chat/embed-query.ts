import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { Clock } from '../memory/ports/clock';
import { withDeadline } from '../memory/ports/deadline';
import type { Embedder } from '../memory/ports/embedder';
import type { QueryVector } from '../memory/ports/recall';
import { withoutNames } from '../memory/ranking/named-speakers';

/** Milliseconds a question's embedding may take before recall goes on without it (invariant 8). */
const embedDeadlineMs = 400;

/**
 * Characters of a question that are embedded: about 200 tokens, which the bundled model reads within its deadline
 * (1,150 characters took it up to 250 ms); its end, where the question usually stands.
 */
const maxQueryCharacters = 800;

/** A question and the names that say who is meant, which are not embedded. */
export interface EmbeddedQuestion {
  readonly text: string;
  readonly readNames: () => Promise<readonly string[]>;
}

/** Step 2 of a turn: the question's vector, or the reason why recall goes on by words alone. Never throws. */
export async function embedQuery(
  embedder: Embedder,
  { text, readNames }: EmbeddedQuestion,
  clock: Clock,
  signal: AbortSignal,
  deadlineMs = embedDeadlineMs,
): Promise<QueryVector> {
  try {
    const query = withoutNames(text.slice(-maxQueryCharacters), await readNames());
    const values = await withDeadline((aborted) => embedder.embedQuery(query, { signal: aborted }), {
      ms: deadlineMs,
      clock,
      signal,
    });
    return { kind: 'vector', model: embedder.model, values };
  } catch (error) {
    const { turn } = catalogue.main;
    if (error instanceof AppError && error.kind === 'timeout') {
      return { kind: 'none', reason: turn.embeddingTooSlow(deadlineMs) };
    }
    return { kind: 'none', reason: turn.embeddingFailed(error instanceof AppError ? error.message : '') };
  }
}
