import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, it } from 'vitest';
import { naive } from '../../bench/others/systems/naive';
import { createRandom, randomVector } from '../../bench/synthetic-chats';
import { temporaryFolder } from '../storage/support/temporary-folder';

const noVector = (): Float32Array => new Float32Array();

it('gives back the 32 bits of each number it wrote with nine digits, and finds by them', async () => {
  const folder = temporaryFolder();
  const random = createRandom(1);
  const items = Array.from({ length: 50 }, (_, number) => ({
    id: String(number),
    text: 'a message',
    // Small and large ones too, written with exponents.
    vector: randomVector(random, 512).map((value, place) => value * 10 ** ((place % 30) - 20)),
    createdAt: number,
  }));
  const filled = await naive.open(folder, noVector);
  await filled.fill(items);
  await filled.close();

  const database = new SqliteDatabase(join(folder, 'naive.db'), { readonly: true });
  const rows = database.prepare<[], string>('SELECT embedding FROM messages ORDER BY seq').pluck().all();
  database.close();
  expect(rows.map((row) => Float32Array.from(JSON.parse(row) as number[]))).toEqual(
    items.map(({ vector }) => vector),
  );

  const vector = randomVector(random, 512);
  const opened = await naive.open(folder, noVector);
  await opened.add({ id: 'added', text: 'one more', vector, createdAt: 51 });
  const again = await naive.open(folder, noVector);
  const asked = { text: '', vector };
  expect(await again.search(asked, 5)).toEqual(await opened.search(asked, 5));
  await opened.close();
  await again.close();
});
