import { expect, test } from 'vitest';
import { createFoundTexts } from '../../src/main/engine/operations/found-texts';
import type { FoundRow, RecallReader } from '../../src/main/storage/tables/recall-reader';
import type { UserId } from '../../src/shared/model/ids';

const rows = Array.from({ length: 60 }, (_, seq) => ({ seq }) as FoundRow);

function openTexts(): { readonly texts: ReturnType<typeof createFoundTexts>; readonly read: number[][] } {
  const read: number[][] = [];
  const textsOf = (_userId: UserId, seqs: readonly number[]): unknown => {
    read.push([...seqs]);
    // Row 59 was forgotten in the meantime.
    return seqs.filter((seq) => seq !== 59).map((seq) => ({ seq, content: `text ${String(seq)}` }));
  };
  const recall = { textsOf } as unknown as RecallReader;
  return { texts: createFoundTexts(recall, 'user' as UserId, rows), read };
}

test('texts are read when they are asked for, each once, and the rest in one go where many are', () => {
  const { texts, read } = openTexts();
  expect(read).toEqual([]);
  for (const row of [...rows.slice(0, 20), ...rows.slice(0, 20)]) {
    expect(texts.of(row)).toBe(`text ${String(row.seq)}`);
  }
  expect(read).toEqual(rows.slice(0, 20).map(({ seq }) => [seq]));
  expect(rows.map((row) => texts.of(row)).slice(0, 59)).toEqual(
    rows.slice(0, 59).map(({ seq }) => `text ${String(seq)}`),
  );
  expect(read[20]).toEqual(rows.slice(20).map(({ seq }) => seq));
});

test('texts of some rows are read in one go, and none twice; of what is gone there is none', () => {
  const { texts, read } = openTexts();
  texts.read(rows.slice(3, 8));
  texts.read(rows.slice(5, 9));
  texts.read(rows.slice(3, 8));
  expect(read).toEqual([[3, 4, 5, 6, 7], [8]]);
  expect(texts.of(rows[59]!)).toBe('');
});
