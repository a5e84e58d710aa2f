import type { UserId } from '../../../shared/model/ids';
import { weightsFor } from '../../memory/ranking/weights-for';
import { nearestSentences, type NearSentences } from '../../vectors/sentence-codes';
import type { EngineParts } from '../engine-parts';
import type { NearMessage, SearchVector } from './nearest-messages';

/** How near the sentences of some messages lie to a question, by the row numbers of the messages; those of one sentence are missing. */
export function nearSentencesOf(
  { tables }: EngineParts,
  userId: UserId,
  query: SearchVector,
  messages: ReadonlyMap<number, NearMessage>,
): ReadonlyMap<number, NearSentences> {
  if (weightsFor(query.model).sentence === 0) return new Map();
  const seqOf = new Map([...messages].map(([seq, { chunkId }]) => [chunkId, seq]));
  const near = new Map<number, NearSentences>();
  for (const { chunkId, packed } of tables.sentences.ofChunks(userId, query.model, [...seqOf.keys()])) {
    const seq = seqOf.get(chunkId);
    const found = nearestSentences(packed, query.values);
    if (seq !== undefined && found !== null) near.set(seq, found);
  }
  return near;
}
