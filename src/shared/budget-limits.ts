/** The least and the most of every figure of a budget; in tokens but for the last three. */
export const budgetLimits = {
  maxContextTokens: [1_000, 2_000_000],
  replyReserveTokens: [64, 100_000],
  systemTokens: [0, 100_000],
  profileTokens: [0, 100_000],
  summaryTokens: [50, 100_000],
  pinnedTokens: [0, 100_000],
  recalledTokens: [0, 100_000],
  bufferMessageLimit: [2, 1_000],
  summaryTrigger: [0.1, 0.9],
  retrievalTopK: [0, 50],
} as const;

/** The name of a figure. */
export type BudgetField = keyof typeof budgetLimits;

/** Every figure of a budget. */
export type BudgetFigures = Readonly<Record<BudgetField, number>>;

/** Tokens that any reply reserve leaves: a question and a system prompt must have a place. */
export const leastContextTokens = 256;

/** The standard tier (DESIGN 1): 8,000 tokens. */
export const standardFigures: BudgetFigures = {
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
