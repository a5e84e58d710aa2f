import { z } from 'zod';
import type { AppErrorShape } from '../errors';

/** Identifies a provider in the settings; `openai` is there from the start. */
export const providerIdSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .brand<'ProviderId'>();
/** See {@link providerIdSchema}. */
export type ProviderId = z.infer<typeof providerIdSchema>;

/** Where an OpenAI-compatible server answers, up to and with `/v1`; without key, account, query or fragment. */
export const baseUrlSchema = z
  .url({ protocol: /^https?$/ })
  .max(1_000)
  .refine((address) => {
    // Asked also of what is no address at all.
    if (!URL.canParse(address)) return false;
    const { username, password, search, hash } = new URL(address);
    return username === '' && password === '' && search === '' && hash === '';
  });

/** A server that models can be asked of. Its key is kept elsewhere and never leaves main. */
export const providerSchema = z.object({
  id: providerIdSchema,
  name: z.string().trim().min(1).max(60),
  baseUrl: baseUrlSchema,
});
/** See {@link providerSchema}. */
export type Provider = Readonly<z.infer<typeof providerSchema>>;

/** A model of a provider, by the name the server gives it. */
export const modelChoiceSchema = z.object({
  providerId: providerIdSchema,
  model: z.string().trim().min(1).max(200),
});
/** See {@link modelChoiceSchema}. */
export type ModelChoice = Readonly<z.infer<typeof modelChoiceSchema>>;

/**
 * Where a provider's key is: in the system's keychain; in memory until the program ends, because the system has no
 * keychain; in the environment variable `OPENAI_API_KEY`; or nowhere.
 */
export type KeyState = 'none' | 'saved' | 'session' | 'environment';

/** How the last test of a provider went. */
export type ProviderTest = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly ms: number;
} & (
  | { readonly kind: 'ok'; /** As the server lists them, sorted. */ readonly models: readonly string[] }
  | { readonly kind: 'failed'; readonly error: AppErrorShape }
);

/** A provider as the settings show it: never with its key, nor a part of it. */
export interface ProviderView extends Provider {
  readonly key: KeyState;
  /** Whether a key for it can be kept over a restart. */
  readonly canSaveKey: boolean;
  /** Whether it runs on this computer. */
  readonly isLocal: boolean;
  /** The last test since the program started; null before the first. */
  readonly test: ProviderTest | null;
}

/** A server found on this computer. */
export interface LocalServer {
  readonly name: string;
  readonly baseUrl: string;
  readonly models: readonly string[];
}
