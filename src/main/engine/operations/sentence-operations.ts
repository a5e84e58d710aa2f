import type { SessionId, UserId } from '../../../shared/model/ids';
import type { PendingSentences, VectorStore } from '../../memory/ports/vector-store';
import { readsScript, weightsFor } from '../../memory/ranking/weights-for';
import { sentenceGroups } from '../../memory/text/sentence-groups';
import { packSentences } from '../../vectors/sentence-codes';
import type { UnembeddedChunk } from '../../storage/tables/vector-table';
import { enqueueOrRevive, type EngineParts } from '../engine-parts';
import { embeddedPrefix } from './embedded-prefix';

type SentenceStore = Pick<VectorStore, 'pendingSentences' | 'storeSentences'>;
type PendingInput = Parameters<SentenceStore['pendingSentences']>[0];

/** Of chunks that are embedded as a whole: what their single sentences mean. */
export function createSentenceOperations(parts: EngineParts): SentenceStore {
  const { database, tables } = parts;
  return {
    pendingSentences: (input) => {
      if (weightsFor(input.model).sentence === 0) return Promise.resolve({ chunks: [], through: null });
      return Promise.resolve(database.transaction(() => nextPending(parts, input)).immediate());
    },
    storeSentences: ({ userId, sessionId, model, chunks }) => {
      const packed = chunks.map(({ chunkId, asks, vectors }) => ({
        chunkId,
        packed: packSentences(vectors.map((vector, index) => ({ vector, asks: asks[index] ?? false }))),
      }));
      database
        .transaction(() => {
          for (const chunk of packed) tables.sentences.insert(userId, sessionId, model, chunk);
        })
        .immediate();
      return Promise.resolve(null);
    },
  };
}

/** Has the sentences of a session embedded once the rest is done; does nothing where none is lacking. */
export function enqueueSentences(parts: EngineParts, where: Omit<PendingInput, 'after' | 'limit'>): void {
  const { userId, sessionId, model } = where;
  if (weightsFor(model).sentence === 0) return;
  if (parts.tables.sentences.pending(userId, sessionId, model, 0, 1).length === 0) return;
  enqueueOrRevive(parts, { kind: 'embed-sentences', userId, sessionId, after: model });
}

/** Sessions whose messages are embedded as a whole by a model that is asked about sentences, and not by sentences. */
export function lackingSentences(
  { tables }: EngineParts,
  model: string,
): readonly { readonly userId: UserId; readonly sessionId: SessionId }[] {
  return weightsFor(model).sentence === 0 ? [] : tables.sentences.sessionsLacking(model);
}

/** Chunks that need an embedder; those whose sentences are known, or tell no more than the whole, are settled on the way. */
function nextPending(
  { tables }: EngineParts,
  { userId, sessionId, model, after, limit }: PendingInput,
): Awaited<ReturnType<SentenceStore['pendingSentences']>> {
  const found = tables.sentences.pending(userId, sessionId, model, after, limit);
  const chunks = found.flatMap((chunk): readonly PendingSentences[] => {
    const twin = tables.sentences.findTwin(userId, chunk.hash, model);
    const sentences = twin === null ? sentencesOf(chunk, model) : [];
    if (sentences.length > 0) {
      const texts = sentences.map(({ text }) => `${embeddedPrefix(chunk)}: ${text}`);
      return [{ chunkId: chunk.id, texts, asks: sentences.map(({ asks }) => asks) }];
    }
    const settled = { chunkId: chunk.id, packed: twin ?? new Uint8Array(0) };
    tables.sentences.insert(userId, sessionId, model, settled);
    return [];
  });
  return { chunks, through: found.length < limit ? null : (found.at(-1)?.id ?? null) };
}

/** None where the chunk is one sentence, or of a script that the model cannot read. */
function sentencesOf(chunk: UnembeddedChunk, model: string): ReturnType<typeof sentenceGroups> {
  const text = chunk.content.slice(chunk.start_offset, chunk.end_offset).trim();
  if (!readsScript(model, text)) return [];
  const groups = sentenceGroups(text);
  return groups.length === 1 && groups[0]?.text === text ? [] : groups;
}
