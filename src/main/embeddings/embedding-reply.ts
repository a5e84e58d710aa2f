import { z } from 'zod';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';

const replySchema = z.object({
  data: z.array(
    z.object({
      index: z.int().optional(),
      /** Numbers, or little-endian float32 in base64 from servers that ignore the format asked for. */
      embedding: z.union([z.array(z.number()).nonempty(), z.base64().min(1)]),
    }),
  ),
});

/**
 * The vectors of a server's answer in the order of the texts asked for.
 *
 * Throws `bad-response` where the answer has another shape, or a text has no vector or two.
 */
export function readEmbeddingReply(reply: unknown, count: number): readonly ArrayLike<number>[] {
  const parsed = replySchema.safeParse(reply);
  if (!parsed.success) throw unusable('it has another form than OpenAI’s');
  const rows = parsed.data.data;
  const byIndex = new Map(rows.map((row, position) => [row.index ?? position, row.embedding]));
  if (rows.length !== count) throw unusable(`${String(rows.length)} vectors for ${String(count)} texts`);
  return Array.from({ length: count }, (_, index) => {
    const embedding = byIndex.get(index);
    if (embedding === undefined) throw unusable(`no vector for text ${String(index + 1)}`);
    return typeof embedding === 'string' ? decodeFloats(embedding) : embedding;
  });
}

const usageSchema = z.object({ usage: z.object({ prompt_tokens: z.int().min(0) }) });

/** Tokens of the texts as the server counted them; null where it did not say. */
export function readEmbeddingUsage(reply: unknown): number | null {
  const parsed = usageSchema.safeParse(reply);
  return parsed.success ? parsed.data.usage.prompt_tokens : null;
}

function decodeFloats(base64: string): readonly number[] {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length % 4 !== 0) throw unusable('a vector that was cut off');
  return Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4));
}

function unusable(detail: string): AppError {
  return new AppError('bad-response', catalogue.embeddings.badResponse(detail));
}
