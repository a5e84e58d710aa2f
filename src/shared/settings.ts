import { z } from 'zod';
import { languages } from './catalogue/languages';
import { budgetLimits, leastContextTokens, standardFigures, type BudgetField } from './budget-limits';
import { modelPriceSchema } from './model-prices';
import { userIdSchema } from './model/ids';
import { modelChoiceSchema, providerIdSchema, providerSchema, type Provider } from './model/provider';
import { recallScopeSchema, sessionOrderSchema, strategySchema } from './model/session';
import { toolRuleSchema } from './model/tool-rule';

const tokens = (field: BudgetField) => z.int().min(budgetLimits[field][0]).max(budgetLimits[field][1]);

/** Token allowances of one context; every figure in tokens unless it says otherwise. */
export const budgetsSchema = z
  .object({
    /** The wall: context plus reply reserve. */
    maxContextTokens: tokens('maxContextTokens'),
    /** Kept free for the reply and sent as its limit. */
    replyReserveTokens: tokens('replyReserveTokens'),
    systemTokens: tokens('systemTokens'),
    profileTokens: tokens('profileTokens'),
    summaryTokens: tokens('summaryTokens'),
    pinnedTokens: tokens('pinnedTokens'),
    recalledTokens: tokens('recalledTokens'),
    /** Messages sent verbatim at most. */
    bufferMessageLimit: tokens('bufferMessageLimit'),
    /** Share of the context budget at which older messages are summarised, 0.1–0.9. */
    summaryTrigger: z.number().min(budgetLimits.summaryTrigger[0]).max(budgetLimits.summaryTrigger[1]),
    /** Recalled messages at most. */
    retrievalTopK: tokens('retrievalTopK'),
  })
  .refine((b) => b.maxContextTokens - b.replyReserveTokens >= leastContextTokens, {
    message: 'The reply reserve leaves no room for a question. Lower it or raise the whole budget.',
    path: ['replyReserveTokens'],
  });

/** See {@link budgetsSchema}. */
export type Budgets = Readonly<z.infer<typeof budgetsSchema>>;

/** The standard tier (DESIGN 1): 8,000 tokens, hybrid. */
export const standardBudgets: Budgets = standardFigures;

/** What every installation knows from the start. */
export const openAiProvider: Provider = {
  id: providerIdSchema.parse('openai'),
  name: 'OpenAI',
  baseUrl: 'https://api.openai.com/v1',
};

/** What the page may change as it stands; the rest goes through calls that do more than store it. */
const freeFields = {
  /** Of the interface; it holds once the program starts again. */
  language: z.enum(languages),
  theme: z.enum(['system', 'light', 'dark']),
  /** What new chats start with. */
  strategy: strategySchema,
  /** Where the recall of new chats looks. */
  recallScope: recallScopeSchema,
  budgets: budgetsSchema,
  /** The model that answers; null is offline, which quotes from memory. */
  chatModel: modelChoiceSchema.nullable(),
  /** The model that writes summaries; null is the one that answers. */
  summariserModel: modelChoiceSchema.nullable(),
  /** The model that judges summaries; null is the one that answers. */
  judgeModel: modelChoiceSchema.nullable(),
  /** Whether facts about the user are distilled and sent. */
  profile: z.boolean(),
  /** 0–2; not sent to models that refuse it. */
  temperature: z.number().min(0).max(2),
  /** The user's own prices; those of other models are the known ones. */
  modelPrices: z.array(modelPriceSchema).max(500),
  /** The user's own key combinations by shortcut, such as `mod+shift+f`; null binds nothing. */
  shortcuts: z.record(z.string().max(40), z.string().max(40).nullable()),
  /** Whether a reply that says information is missing makes memory look once more. */
  secondLook: z.boolean(),
  /** Whether recall goes by the floors measured on the user's own messages, where there are any. */
  measuredFloors: z.boolean(),
  /** Daily backups that are kept; 0 makes none by itself. */
  backupsKept: z.int().min(0).max(100),
  /** When each tool may be used, by its name; what is absent follows the tool's own default. */
  toolRules: z.record(z.string().max(64), toolRuleSchema),
  /** What a month's calls may cost before nothing paid is asked; null is no cap. */
  monthlyCapDollars: z.number().min(0.01).max(1_000_000).nullable(),
  /** Whether every request is refused. */
  offlineMode: z.boolean(),
  /** What the list of chats is ordered by. */
  chatOrder: sessionOrderSchema,
  /** Whether the system tells of an answer that ends while another program is in front. */
  notifyAnswers: z.boolean(),
  /** Whether closing the window leaves the program running in the tray. */
  keepsRunning: z.boolean(),
};

/** Everything the user can set; kept in the database. Keys are not among them. */
export const settingsSchema = z.object({
  language: freeFields.language.default('en'),
  theme: freeFields.theme.default('system'),
  strategy: freeFields.strategy.default('hybrid'),
  recallScope: freeFields.recallScope.default('session'),
  budgets: freeFields.budgets.default(standardBudgets),
  chatModel: freeFields.chatModel.default(null),
  summariserModel: freeFields.summariserModel.default(null),
  judgeModel: freeFields.judgeModel.default(null),
  profile: freeFields.profile.default(true),
  temperature: freeFields.temperature.default(0.7),
  modelPrices: freeFields.modelPrices.default([]),
  shortcuts: freeFields.shortcuts.default({}),
  secondLook: freeFields.secondLook.default(true),
  measuredFloors: freeFields.measuredFloors.default(true),
  backupsKept: freeFields.backupsKept.default(7),
  toolRules: freeFields.toolRules.default({}),
  monthlyCapDollars: freeFields.monthlyCapDollars.default(null),
  offlineMode: freeFields.offlineMode.default(false),
  chatOrder: freeFields.chatOrder.default('used'),
  notifyAnswers: freeFields.notifyAnswers.default(true),
  keepsRunning: freeFields.keepsRunning.default(false),
  /** Whose memory other programs on this computer may read; null is nobody's. */
  memoryServerUserId: userIdSchema.nullable().default(null),
  /** Path of the channel file that tells of newer versions; null where none is looked at. */
  updateFile: z.string().max(4_000).nullable().default(null),
  providers: z.array(providerSchema).max(50).default([openAiProvider]),
  /** The model that embeds; null is the built-in one. */
  embeddingModel: modelChoiceSchema
    .extend({ dimension: z.int().min(1).max(20_000) })
    .nullable()
    .default(null),
});

/** A change of some settings. Without defaults: they would fill in, and so reset, whatever is absent. */
export const settingsChangesSchema = z.object(freeFields).partial();

/** See {@link settingsSchema}. */
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** What a fresh data folder starts with. */
export const defaultSettings: Settings = settingsSchema.parse({});
