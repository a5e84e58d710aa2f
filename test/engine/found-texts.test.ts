import { beforeEach, expect, test, vi } from 'vitest';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { createFoundTexts, type FoundTexts } from '../../src/main/engine/operations/found-texts';
import { createRecallReader, type FoundRow } from '../../src/main/storage/tables/recall-reader';

let texts: FoundTexts;
let rows: readonly FoundRow[];
let read: () => readonly (readonly number[])[];

beforeEach(async () => {
  const { engine, userId, database } = await openEngineOnDisk();
  const messages = Array.from({ length: 60 }, (_, index) => ({
    role: 'user' as const,
    author: null,
    content: `Message ${String(index)}`,
    createdAt: index,
  }));
  const { added } = await engine.importSessions({ userId, sessions: [{ key: 'k', title: 'T', messages }] });
  const reader = createRecallReader(database);
  rows = reader.around(userId, [[added[0]!.id, 1, 60]]).toSorted((a, b) => a.depth - b.depth);
  const textsOf = vi.spyOn(reader, 'textsOf');
  read = () => textsOf.mock.calls.map(([, seqs]) => seqs);
  texts = createFoundTexts(reader, userId, rows);
  const other = await engine.createUser({ name: 'Other' });
  expect(reader.textsOf(other.id, [rows[0]!.seq])).toEqual([]);
  textsOf.mockClear();
});

const seqsOf = (from: number, to?: number): readonly number[] => rows.slice(from, to).map(({ seq }) => seq);

test('texts are read when they are asked for, each once, and the rest in one go where many are', () => {
  expect(read()).toEqual([]);
  for (const row of [...rows.slice(0, 20), ...rows.slice(0, 20)]) {
    expect(texts.of(row)).toBe(`Message ${String(row.depth - 1)}`);
  }
  expect(read()).toEqual(seqsOf(0, 20).map((seq) => [seq]));
  expect(rows.map((row) => texts.of(row))).toEqual(rows.map(({ depth }) => `Message ${String(depth - 1)}`));
  expect(read()[20]).toEqual(seqsOf(20));
  expect(read()).toHaveLength(21);
});

test('texts of some rows are read in one go, and none twice; of what is gone there is none', () => {
  texts.read(rows.slice(3, 8));
  texts.read(rows.slice(5, 9));
  texts.read(rows.slice(3, 8));
  expect(read()).toEqual([seqsOf(3, 8), seqsOf(8, 9)]);
  expect(texts.of({ ...rows[59]!, seq: 987_654 })).toBe('');
});
