import type { ContextBlock, TurnSnapshot } from '../../../shared/model/snapshot';
import type { RecallCandidate, RecallReport, ScorePart } from '../../../shared/model/recall';

/**
 * How a snapshot lies in the database: as it is, but for its two long lists. A block that is one whole message, as most
 * are, is a row of its own values, and so is a candidate where all have the same parts of a score: names that would stand there
 * hundreds of times are half of the size. What an earlier version wrote in full is read all the same.
 */
interface StoredSnapshot extends Omit<TurnSnapshot, 'blocks' | 'recall'> {
  readonly blocks: readonly (ContextBlock | PlainBlock)[];
  readonly recall: StoredRecall | null;
}

type PlainBlock = readonly [
  ContextBlock['kind'],
  ContextBlock['role'],
  number,
  ContextBlock['sources'][number],
  string,
];

interface StoredRecall extends Omit<RecallReport, 'candidates'> {
  readonly candidates: readonly RecallCandidate[] | CandidateTable;
}

interface CandidateTable {
  readonly parts: readonly ScorePart['name'][];
  readonly rows: readonly CandidateRow[];
}

const candidateFields = [
  'messageId',
  'sessionId',
  'sessionTitle',
  'position',
  'role',
  'author',
  'createdAt',
  'excerpt',
  'rank',
  'score',
  'vector',
  'bm25',
  'focus',
  'tokens',
  'verdict',
  'isSecondLook',
] as const satisfies readonly Exclude<keyof RecallCandidate, 'parts'>[];

/** The values of {@link candidateFields}, then those of the parts. */
type CandidateRow = readonly [...fields: unknown[], parts: readonly number[]];

/** Writes a snapshot as {@link readSnapshot} reads it. */
export function writeSnapshot(snapshot: TurnSnapshot): string {
  const { recall } = snapshot;
  const stored: StoredSnapshot = {
    ...snapshot,
    blocks: snapshot.blocks.map(packBlock),
    recall: recall === null ? null : { ...recall, candidates: packCandidates(recall.candidates) },
  };
  return JSON.stringify(stored);
}

/** Reads what {@link writeSnapshot} wrote, now or in an earlier version. Bodies are written by this program alone. */
export function readSnapshot(body: string): TurnSnapshot {
  const stored = JSON.parse(body) as StoredSnapshot;
  const { recall } = stored;
  return {
    ...stored,
    blocks: stored.blocks.map(unpackBlock),
    recall: recall === null ? null : { ...recall, candidates: unpackCandidates(recall.candidates) },
  };
}

function packBlock(block: ContextBlock): ContextBlock | PlainBlock {
  const { kind, role, tokens, sources, windows, cutAt, summaryId, template, hash, text } = block;
  const [source] = sources;
  const isWhole = sources.length === 1 && windows.length === 1 && windows[0] === null && cutAt === null;
  const isBare = summaryId === null && template === 0 && text === null;
  return source !== undefined && isWhole && isBare ? [kind, role, tokens, source, hash] : block;
}

function unpackBlock(block: ContextBlock | PlainBlock): ContextBlock {
  if (!isPlain(block)) return block;
  const [kind, role, tokens, source, hash] = block;
  const bare = { windows: [null], cutAt: null, summaryId: null, template: 0 };
  return { kind, role, tokens, sources: [source], ...bare, hash, text: null };
}

function isPlain(block: ContextBlock | PlainBlock): block is PlainBlock {
  return Array.isArray(block);
}

function packCandidates(candidates: readonly RecallCandidate[]): StoredRecall['candidates'] {
  const parts = candidates[0]?.parts.map(({ name }) => name) ?? [];
  const isAlike = (candidate: RecallCandidate): boolean =>
    candidate.parts.length === parts.length &&
    candidate.parts.every(({ name }, index) => name === parts[index]);
  if (!candidates.every(isAlike)) return candidates;
  const rows = candidates.map((candidate): CandidateRow => [
    ...candidateFields.map((field) => candidate[field]),
    candidate.parts.map(({ value }) => value),
  ]);
  return { parts, rows };
}

function unpackCandidates(stored: StoredRecall['candidates']): readonly RecallCandidate[] {
  if (!('rows' in stored)) return stored;
  return stored.rows.map((row) => {
    const values = (row.at(-1) ?? []) as readonly number[];
    const fields = candidateFields.flatMap((field, index) => {
      // An absent field is null in a row.
      const isAbsent = field === 'isSecondLook' && row[index] === null;
      return isAbsent ? [] : [[field, row[index]] as const];
    });
    const parts = stored.parts.map((name, index) => ({ name, value: values[index] ?? 0 }));
    return { ...Object.fromEntries(fields), parts } as unknown as RecallCandidate;
  });
}
