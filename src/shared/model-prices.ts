import { z } from 'zod';

/** What a model costs, in US dollars per million tokens. */
export const modelPriceSchema = z.object({
  /** As the server names it. */
  model: z.string().trim().min(1).max(200),
  prompt: z.number().min(0).max(10_000),
  completion: z.number().min(0).max(10_000),
});
/** See {@link modelPriceSchema}. */
export type ModelPrice = Readonly<z.infer<typeof modelPriceSchema>>;

const price = (model: string, prompt: number, completion: number): ModelPrice => ({
  model,
  prompt,
  completion,
});

/**
 * List prices of models in wide use, as of March 2026, without discounts for cached or batched requests; servers
 * change theirs without notice.
 */
export const knownPrices: readonly ModelPrice[] = [
  price('gpt-5', 1.25, 10),
  price('gpt-5-mini', 0.25, 2),
  price('gpt-5-nano', 0.05, 0.4),
  price('gpt-5.1', 1.25, 10),
  price('gpt-5.2', 1.75, 14),
  price('gpt-5.4', 2.5, 15),
  price('gpt-4.1', 2, 8),
  price('gpt-4.1-mini', 0.4, 1.6),
  price('gpt-4.1-nano', 0.1, 0.4),
  price('gpt-4o', 2.5, 10),
  price('gpt-4o-mini', 0.15, 0.6),
  price('gpt-4-turbo', 10, 30),
  price('gpt-4', 30, 60),
  price('gpt-3.5-turbo', 0.5, 1.5),
  price('o1', 15, 60),
  price('o3', 2, 8),
  price('o3-mini', 1.1, 4.4),
  price('o4-mini', 1.1, 4.4),
  price('text-embedding-3-small', 0.02, 0),
  price('text-embedding-3-large', 0.13, 0),
  price('text-embedding-ada-002', 0.1, 0),
  price('claude-opus-4', 15, 75),
  price('claude-opus-4.1', 15, 75),
  price('claude-opus-4.5', 5, 25),
  price('claude-sonnet-4', 3, 15),
  price('claude-sonnet-4.5', 3, 15),
  price('claude-haiku-4.5', 1, 5),
  price('claude-3.5-haiku', 0.8, 4),
  price('gemini-2.5-pro', 1.25, 10),
  price('gemini-2.0-flash', 0.1, 0.4),
];

/** A dated release of a model, or a router's alias of it, costs what the model costs. */
const release = /(?:-\d{4}-\d{2}-\d{2}|-\d{8}|-\d{3,4}|-latest)$/;
/** Anthropic writes versions with a hyphen, routers with a dot. */
const versionHyphen = /(-\d)-(\d)(?=$|-)/;

function plainName(model: string): string {
  const name = model.trim().toLowerCase();
  return (name.split('/').at(-1) ?? name).replace(release, '').replace(versionHyphen, '$1.$2');
}

/**
 * The price of a model: the user's own, else the known one; null where neither is there, which is not the same as 0.
 * The exact name goes first, then the name without a router's prefix and without a release's date.
 */
export function findPrice(model: string, own: readonly ModelPrice[]): ModelPrice | null {
  const exact = model.trim().toLowerCase();
  const plain = plainName(model);
  return (
    own.find((known) => known.model.trim().toLowerCase() === exact) ??
    own.find((known) => plainName(known.model) === plain) ??
    knownPrices.find((known) => known.model === exact) ??
    knownPrices.find((known) => known.model === plain) ??
    null
  );
}

/** Microcents (a dollar has 100,000,000 of them) of one call; a dollar a million tokens is 100 microcents a token. */
export function microcentsOf(
  { prompt, completion }: Pick<ModelPrice, 'prompt' | 'completion'>,
  tokens: { readonly prompt: number; readonly completion: number },
): number {
  return Math.round(100 * (tokens.prompt * prompt + tokens.completion * completion));
}
