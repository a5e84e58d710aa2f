import { z } from 'zod';
import {
  type LocalServer,
  type ProviderView,
  baseUrlSchema,
  modelChoiceSchema,
  providerIdSchema,
  providerSchema,
} from '../../model/provider';
import type { Settings } from '../../settings';
import { defineCall } from '../define-call';
import { nothing, ofProvider } from './common-inputs';

/** What embedding everything with another model would mean. */
export interface EmbeddingPlan {
  readonly messages: number;
  /** Tokens that would be sent to the server, estimated. */
  readonly tokens: number;
  readonly dimension: number;
}

/** Providers, their keys and models, and what embeds. */
export const providerCalls = {
  'providers.list': defineCall<readonly ProviderView[]>()(nothing),
  /** Adds a provider (without id) or changes one. A key given for another host is dropped. */
  'providers.save': defineCall<ProviderView>()(
    z.strictObject({ ...providerSchema.shape, id: providerIdSchema.optional() }),
  ),
  /** Removes a provider and its key; models chosen from it fall back to their defaults. */
  'providers.remove': defineCall<null>()(ofProvider),
  /** Takes a key; it is never given back. */
  'providers.setKey': defineCall<ProviderView>()(
    z.strictObject({ id: providerIdSchema, key: z.string().trim().min(1).max(1_000) }),
  ),
  'providers.removeKey': defineCall<ProviderView>()(ofProvider),
  /** Asks the server for its models; how it went is in the answer's `test`. */
  'providers.test': defineCall<ProviderView>()(ofProvider),
  /** Looks for servers on this computer's loopback; called only after the user asked. */
  'providers.findLocal': defineCall<readonly LocalServer[]>()(nothing),
  /** Adds (or finds) a provider of that address and makes one of its models answer. */
  'providers.useLocal': defineCall<Settings>()(
    z.strictObject({
      name: z.string().trim().min(1).max(60),
      baseUrl: baseUrlSchema,
      model: z.string().trim().min(1).max(200),
    }),
  ),
  /** What it would take to embed everything with another model; asks the server for one vector. */
  'embedding.plan': defineCall<EmbeddingPlan>()(modelChoiceSchema),
  /** Embeds with another model from now on, and all that was said; null is the built-in one. */
  'embedding.choose': defineCall<Settings>()(z.strictObject({ choice: modelChoiceSchema.nullable() })),
} as const;
