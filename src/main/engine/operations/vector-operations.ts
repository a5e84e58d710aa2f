import { createHash } from 'node:crypto';
import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { VectorStore } from '../../memory/ports/vector-store';
import { chunkText } from '../../memory/tokens/chunk-text';
import type { UncutMessage, UnembeddedChunk } from '../../storage/tables/vector-table';
import { enqueueOrRevive, type EngineParts } from '../engine-parts';
import { embeddedPrefix } from './embedded-prefix';
import { createSentenceOperations, enqueueSentences, lackingSentences } from './sentence-operations';

type PendingInput = Parameters<VectorStore['pendingChunks']>[0];
type StoreInput = Parameters<VectorStore['storeVectors']>[0];

/** What of a chunk is embedded: its speaker and its words, never a date. */
function embeddedText(chunk: UnembeddedChunk): string {
  return `${embeddedPrefix(chunk)}: ${chunk.content.slice(chunk.start_offset, chunk.end_offset).trim()}`;
}

function cutMessages(parts: EngineParts, input: PendingInput, messages: readonly UncutMessage[]): void {
  const { userId, sessionId } = input;
  for (const message of messages) {
    const chunks = chunkText(message.content, { author: embeddedPrefix(message) });
    for (const [ordinal, { start, end, text }] of chunks.entries()) {
      const hash = createHash('sha256').update(text).digest('hex');
      parts.tables.vectors.insertChunk({
        messageId: message.id,
        userId,
        sessionId,
        ordinal,
        start,
        end,
        hash,
      });
    }
  }
}

/** Reuses the vector of an equal text of the same user, and returns the chunks that still need one. */
function reuseTwins(
  parts: EngineParts,
  input: PendingInput,
  chunks: readonly UnembeddedChunk[],
): readonly UnembeddedChunk[] {
  const { vectors } = parts.tables;
  return chunks.filter((chunk) => {
    const twin = vectors.findTwin(input.userId, chunk.hash, input.model);
    if (twin === null) return true;
    vectors.insertVector(input.userId, input.sessionId, input.model, chunk.id, twin);
    parts.memories.vectors.add(input, input.model, [
      { key: chunk.id, seq: chunk.seq, start: chunk.start_offset, vector: twin },
    ]);
    return false;
  });
}

function nextPending(parts: EngineParts, input: PendingInput): readonly UnembeddedChunk[] {
  const { vectors } = parts.tables;
  const { userId, sessionId, model, limit } = input;
  for (;;) {
    cutMessages(parts, input, vectors.uncutMessages(userId, sessionId, limit));
    const found = vectors.unembeddedChunks(userId, sessionId, model, limit);
    const pending = reuseTwins(parts, input, found);
    if (pending.length > 0 || found.length === 0) return pending;
  }
}

function storeVectors(parts: EngineParts, input: StoreInput): void {
  const { userId, sessionId, model, chunkIds, vectors } = input;
  for (const [index, chunkId] of chunkIds.entries()) {
    const vector = vectors[index];
    const valid = vector?.every(Number.isFinite) === true && vector.length > 0;
    if (!valid) throw new AppError('bad-response', catalogue.main.errors.badVector, { retryable: true });
    parts.tables.vectors.insertVector(userId, sessionId, model, chunkId, vector);
  }
}

/** Chunks and vectors. */
export function createVectorOperations(parts: EngineParts): VectorStore {
  const { database, tables } = parts;
  return {
    pendingChunks: async (input) => {
      const pending = database.transaction(() => nextPending(parts, input)).immediate();
      // The session is embedded whole: a good moment to write its index.
      if (pending.length === 0) {
        await parts.memories.vectors.save(input, input.model);
        enqueueSentences(parts, input);
      }
      return pending.map((chunk) => ({
        chunkId: chunk.id,
        text: embeddedText(chunk),
      }));
    },
    storeVectors: (input) => {
      database
        .transaction(() => {
          storeVectors(parts, input);
        })
        .immediate();
      // What was forgotten while it was embedded has no chunk any more, and must not come back in a file.
      const places = new Map(
        parts.tables.vectors.places(input.userId, input.chunkIds).map((place) => [place.id, place]),
      );
      const rows = input.chunkIds.flatMap((key, index) => {
        const vector = input.vectors[index];
        const place = places.get(key);
        if (vector === undefined || place === undefined) return [];
        return [{ key, seq: place.seq, start: place.start, vector }];
      });
      parts.memories.vectors.add(input, input.model, rows);
      return Promise.resolve(null);
    },
    countMissingVectors: ({ userId, model }) => Promise.resolve(tables.vectors.sumLacking(userId, model)),
    ...createSentenceOperations(parts),
    enqueueMissingVectors: ({ model }) => {
      const whole = tables.vectors.sessionsLacking(model);
      const sentences = lackingSentences(parts, model);
      database
        .transaction(() => {
          // Embedded before and lacking again: a damaged database lost vectors, or they were cleared.
          for (const { lastId, ...session } of whole) {
            enqueueOrRevive(parts, { kind: 'embed', ...session, after: `${model}:${lastId}` });
          }
          for (const session of sentences) {
            enqueueOrRevive(parts, { kind: 'embed-sentences', ...session, after: model });
          }
        })
        .immediate();
      return Promise.resolve(whole.length + sentences.length);
    },
  };
}
