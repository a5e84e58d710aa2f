import type { FloorReport } from '../../../shared/model/floor';
import type { UserId } from '../../../shared/model/ids';
import { countByScore, measureFloor } from '../../memory/floors/measure-floor';
import { probeQuery } from '../../memory/floors/probe-query';
import type { DrawnProbe, FloorProbe, FloorStore } from '../../memory/ports/floor-store';
import { FULL_TEXT, weightsFor, WORD_VECTORS } from '../../memory/ranking/weights-for';
import { enqueueJob, type EngineParts } from '../engine-parts';
import { floorInForce, gatherCandidates } from './gather-candidates';

/** Messages drawn; some have too few words to make a query of. */
const drawn = 90;
const probed = 60;
/** A user with fewer messages goes by the fitted floors. */
const leastMessages = 200;
const weekMs = 7 * 86_400_000;
/** Messages to each side that may answer as well as the one a query was made of. */
const exchange = 4;

/** Lehmer's generator with the minimal standard's factor (Park and Miller 1988): cheap, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = (Math.abs(Math.floor(seed)) % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function drawProbes(
  { tables }: EngineParts,
  { userId, seed }: Parameters<FloorStore['drawProbes']>[0],
): readonly DrawnProbe[] {
  const random = randomFrom(seed);
  const seqs = tables.floors.draw(
    userId,
    Array.from({ length: drawn }, () => random()),
  );
  const rows = tables.recall.bySeq(userId, seqs).toSorted((a, b) => a.seq - b.seq);
  return rows
    .flatMap((row) => {
      const query = probeQuery(row.content, random);
      return query === null ? [] : [{ messageId: row.id, query }];
    })
    .slice(0, probed);
}

async function askProbe(
  parts: EngineParts,
  { userId, probe, queryVector }: Parameters<FloorStore['askProbe']>[0],
): Promise<FloorProbe | null> {
  if (queryVector.kind === 'vector') {
    await parts.warmer.openAll(userId, queryVector.model, queryVector.values.length);
  }
  const source = parts.tables.reader.find(userId, probe.messageId);
  if (source === null) return null;
  const asked = { userId, query: probe.query, queryVector, scope: null, userMessageId: null };
  const all = await gatherCandidates(parts, asked);
  if (queryVector.kind === 'vector' && !all.usesVectors) return null;
  const found = all.ranked.find(({ row }) => row.id === source.id);
  const rest = await gatherCandidates(parts, {
    ...asked,
    isLeftOut: (row) => row.session_id === source.sessionId && Math.abs(row.depth - source.depth) <= exchange,
  });
  const isByText = all.model === FULL_TEXT;
  return {
    source: found?.score ?? null,
    without: rest.ranked[0]?.score ?? 0,
    ...(isByText ? { isByText } : {}),
  };
}

/** Keeps what was measured; by words there are two floors, for most users one: what their words mean is known or it is not. */
function storeFloor(
  { tables, clock }: EngineParts,
  { userId, embedder, probes }: Parameters<FloorStore['storeFloor']>[0],
): void {
  const write = (model: string, own: readonly FloorProbe[]): void => {
    const floor = measureFloor(own, weightsFor(model).floor);
    tables.floors.write(userId, model, { floor, probes: own, measuredAt: clock.now() });
  };
  if (embedder !== null) {
    write(embedder, probes);
    return;
  }
  const byText = probes.filter(({ isByText }) => isByText === true);
  write(FULL_TEXT, byText);
  write(
    WORD_VECTORS,
    probes.filter(({ isByText }) => isByText !== true),
  );
}

/** By words, the floor of more probes is told of. */
function reportOf(parts: EngineParts, userId: UserId, embedder: string | null): FloorReport {
  const { tables } = parts;
  const countOf = (model: string): number => tables.floors.read(userId, model)?.probes.length ?? 0;
  const byWords = countOf(FULL_TEXT) > countOf(WORD_VECTORS) ? FULL_TEXT : WORD_VECTORS;
  const model = embedder ?? byWords;
  const stored = tables.floors.read(userId, model);
  const builtIn = weightsFor(model).floor;
  const probes = stored?.probes ?? [];
  const measured = stored?.floor ?? null;
  return {
    embedder,
    builtIn,
    measured,
    inForce: floorInForce(parts, userId, model),
    measuredAt: stored?.measuredAt ?? null,
    probes: probes.length,
    withSource: countByScore(probes.flatMap(({ source }) => source ?? [])),
    withoutSource: countByScore(probes.map(({ without }) => without)),
  };
}

function enqueueFloors(
  { tables, ...parts }: EngineParts,
  { userId, embedder }: Parameters<FloorStore['enqueueFloors']>[0],
): number {
  const now = parts.clock.now();
  const enqueue = parts.database.transaction(() => {
    const all = tables.floors.due(userId, userId === null ? leastMessages : 1, embedder, now - weekMs);
    // One measurement at a time, and by itself none before what it asks is embedded.
    const isEarly = (owner: UserId): boolean =>
      tables.jobs.isOpen(owner, 'measure-floor') || tables.jobs.isOpen(owner, 'embed');
    const due = all.filter((each) => userId !== null || !isEarly(each.userId));
    const week = `week-${String(Math.floor(now / weekMs))}-${embedder}`;
    const after = userId === null ? week : String(now);
    for (const each of due) enqueueJob({ tables, ...parts }, { kind: 'measure-floor', ...each, after });
    return due.length;
  });
  return enqueue.immediate();
}

/** Floors measured on the user's own messages, and what they rest on. */
export function createFloorOperations(parts: EngineParts): FloorStore {
  const { tables } = parts;
  return {
    drawProbes: (input) => Promise.resolve(drawProbes(parts, input)),
    askProbe: (input) => askProbe(parts, input),
    storeFloor: (input) => {
      const { userId } = input;
      storeFloor(parts, input);
      // It looked through every chat, and most of them nobody has open.
      const { registry, vectors } = parts.memories;
      vectors.releaseOthers(userId, new Set(registry.activeOf(userId).map(({ sessionId }) => sessionId)));
      return Promise.resolve(null);
    },
    readFloors: ({ userId, embedder }) =>
      Promise.resolve({
        isMeasuring: tables.jobs.isOpen(userId, 'measure-floor'),
        floors: [embedder, null].map((each) => reportOf(parts, userId, each)),
      }),
    enqueueFloors: (input) => Promise.resolve(enqueueFloors(parts, input)),
  };
}
