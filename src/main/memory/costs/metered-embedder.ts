import type { EmbedRequest, Embedder } from '../ports/embedder';
import type { CallPurpose } from '../ports/cost-log';
import type { Meter } from './metered-model';

/** An embedder that keeps account of the requests it makes to a server; nobody waits for the account. */
export function meteredEmbedder(
  embedder: Embedder,
  meter: Meter,
  about: Omit<CallPurpose, 'kind'>,
): Embedder {
  const onRequest = (request: EmbedRequest): void => void record(meter, about, request);
  return {
    ...embedder,
    embedQuery: (text, options) => embedder.embedQuery(text, { ...options, onRequest }),
    embedDocuments: (texts, options) => embedder.embedDocuments(texts, { ...options, onRequest }),
  };
}

/** An account that cannot be written is worth less than the vectors: it is only logged. */
async function record(
  { engine, logger }: Meter,
  about: Omit<CallPurpose, 'kind'>,
  { model, isLocal, texts, promptTokens }: EmbedRequest,
): Promise<void> {
  try {
    const counted = promptTokens ?? (await engine.countTokens({ text: texts.join('\n'), model }));
    await engine.recordCost({
      ...about,
      kind: 'embedding',
      model,
      isLocal,
      promptTokens: counted,
      completionTokens: 0,
      reported: promptTokens !== null,
    });
  } catch (error) {
    logger.warn('a cost was not recorded', { error: error instanceof Error ? error.message : '' });
  }
}
