import type { Engine } from '../../src/main/memory/ports/engine';
import type { SessionId, UserId } from '../../src/shared/model/ids';
import { hashVector } from './fake-embedder';

/** The name of a model whose sentences are embedded too; any other is asked about messages as a whole. */
export const sentenceModel = 'universal-sentence-encoder-lite';

type PendingPage = Awaited<ReturnType<Engine['pendingSentences']>>;

/** Embeds the sentences of whatever of a session is embedded as a whole; the texts, in order. */
export async function embedSentences(
  engine: Pick<Engine, 'pendingSentences' | 'storeSentences'>,
  where: { readonly userId: UserId; readonly sessionId: SessionId },
  vectorOf: (text: string) => Float32Array = (text) => hashVector(text, 8),
): Promise<readonly string[]> {
  const texts: string[] = [];
  for (let after: number | null = 0; after !== null;) {
    const { chunks, through }: PendingPage = await engine.pendingSentences({
      ...where,
      model: sentenceModel,
      after,
      limit: 10,
    });
    texts.push(...chunks.flatMap((chunk) => chunk.texts));
    const embedded = chunks.map((chunk) => ({ ...chunk, vectors: chunk.texts.map(vectorOf) }));
    await engine.storeSentences({ ...where, model: sentenceModel, chunks: embedded });
    after = through;
  }
  return texts;
}
