import type { EncodingName } from './token-counter';

/** Which tables count a model's text, and whether they are its own. */
export interface ModelEncoding {
  readonly encoding: EncodingName;
  readonly exact: boolean;
}

/** OpenAI names by encoding, as a prefix of the name that ends at its end, `-`, `.` or `:`. */
const families: readonly { readonly pattern: RegExp; readonly encoding: EncodingName }[] = [
  {
    pattern: /^(?:chatgpt-4o|gpt-4o|gpt-4\.[1-9]|gpt-oss|gpt-[5-9]|gpt-[12]\d|o\d+)(?=$|[-.:])/,
    encoding: 'o200k_base',
  },
  { pattern: /^(?:gpt-4|gpt-3\.5|gpt-35|text-embedding-(?:3|ada-002))(?=$|[-.:])/, encoding: 'cl100k_base' },
];

/**
 * The encoding of a model by its name: o200k_base for the gpt-4o family and later, cl100k_base for gpt-4, gpt-3.5
 * and the embedding models.
 *
 * A provider's prefix (`openai/gpt-4o`) and a fine-tune's (`ft:gpt-4o-mini:…`) are looked through. Any other model
 * is estimated with o200k_base.
 */
export function encodingForModel(model: string): ModelEncoding {
  const name = model.trim().toLowerCase().replace(/^.*\//, '').replace(/^ft:/, '');
  const family = families.find(({ pattern }) => pattern.test(name));
  return family === undefined
    ? { encoding: 'o200k_base', exact: false }
    : { encoding: family.encoding, exact: true };
}
