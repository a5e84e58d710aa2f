import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Behaviour } from './behaviour';

const bodySchema = z.object({
  model: z.string(),
  input: z.array(z.string()),
  encoding_format: z.string().optional(),
});

interface Row {
  readonly object: 'embedding';
  readonly index: number;
  readonly embedding: readonly number[] | string;
}

/** Numbers in a vector unless another dimension is asked for. */
export const TEST_DIMENSION = 8;

/** The vector this server gives a text: made from its hash, not of unit length. */
export function testVector(text: string, dimension = TEST_DIMENSION): readonly number[] {
  const digest = createHash('sha512').update(text).digest();
  return Array.from({ length: dimension }, (_, index) => ((digest[index % 64] ?? 0) - 127.5) / 16);
}

/** A good answer, in the order of the texts, after `change` has been made to its rows. */
export function embeddings(
  change: (rows: readonly Row[]) => readonly unknown[] = (rows) => rows,
  dimension = TEST_DIMENSION,
): Behaviour {
  return {
    kind: 'reply',
    make: (body) => {
      const { model, input } = bodySchema.parse(body);
      const rows = input.map((text, index): Row => ({
        object: 'embedding',
        index,
        embedding: testVector(text, dimension),
      }));
      const usage = { prompt_tokens: input.length, total_tokens: input.length };
      return { object: 'list', model, data: change(rows), usage };
    },
  };
}

/** The same in base64, as servers answer that ignore the format asked for. */
export function base64Embeddings(): Behaviour {
  return embeddings((rows) =>
    rows.map((row) => ({
      ...row,
      embedding: Buffer.from(Float32Array.from(row.embedding as readonly number[]).buffer).toString('base64'),
    })),
  );
}
