import { z } from 'zod';
import { strategySchema } from './model/session';

/** Tokens that any reply reserve leaves: a question and a system prompt must have a place. */
const leastContextTokens = 256;

/** Token allowances of one context; every figure in tokens unless it says otherwise. */
export const budgetsSchema = z
  .object({
    /** The wall: context plus reply reserve. */
    maxContextTokens: z.int().min(1_000).max(2_000_000),
    /** Kept free for the reply and sent as its limit. */
    replyReserveTokens: z.int().min(64).max(100_000),
    systemTokens: z.int().min(0).max(100_000),
    profileTokens: z.int().min(0).max(100_000),
    summaryTokens: z.int().min(50).max(100_000),
    pinnedTokens: z.int().min(0).max(100_000),
    recalledTokens: z.int().min(0).max(100_000),
    /** Messages sent verbatim at most. */
    bufferMessageLimit: z.int().min(2).max(1_000),
    /** Share of the context budget at which older messages are summarised, 0.1–0.9. */
    summaryTrigger: z.number().min(0.1).max(0.9),
    /** Recalled messages at most. */
    retrievalTopK: z.int().min(0).max(50),
  })
  .refine((b) => b.maxContextTokens - b.replyReserveTokens >= leastContextTokens, {
    message: 'The reply reserve leaves no room for a question. Lower it or raise the whole budget.',
    path: ['replyReserveTokens'],
  });

/** See {@link budgetsSchema}. */
export type Budgets = Readonly<z.infer<typeof budgetsSchema>>;

/** The standard tier (DESIGN 1): 8,000 tokens, hybrid. */
export const standardBudgets: Budgets = {
  maxContextTokens: 8_000,
  replyReserveTokens: 1_000,
  systemTokens: 600,
  profileTokens: 400,
  summaryTokens: 500,
  pinnedTokens: 800,
  recalledTokens: 1_200,
  bufferMessageLimit: 20,
  summaryTrigger: 0.5,
  retrievalTopK: 5,
};

const fields = {
  theme: z.enum(['system', 'light', 'dark']),
  strategy: strategySchema,
  budgets: budgetsSchema,
  systemPrompt: z.string().max(100_000),
};

/** Everything the user can set; kept in the database. */
export const settingsSchema = z.object({
  theme: fields.theme.default('system'),
  strategy: fields.strategy.default('hybrid'),
  budgets: fields.budgets.default(standardBudgets),
  systemPrompt: fields.systemPrompt.default(''),
});

/** A change of some settings. Without defaults: they would fill in, and so reset, whatever is absent. */
export const settingsChangesSchema = z.object(fields).partial();

/** See {@link settingsSchema}. */
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** What a fresh data folder starts with. */
export const defaultSettings: Settings = settingsSchema.parse({});
