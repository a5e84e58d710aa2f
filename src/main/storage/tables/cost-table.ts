import type { Database } from 'better-sqlite3';
import type { SessionId, TurnId, UserId } from '../../../shared/model/ids';
import type { CostKind } from '../../memory/ports/cost-log';

/** One call as it is kept; whose it was is null where nothing may say so. */
export interface CostRow {
  readonly userId: UserId | null;
  readonly sessionId: SessionId | null;
  readonly turnId: TurnId | null;
  readonly kind: CostKind;
  readonly model: string;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly reported: boolean;
  /** Null where the price is not known. */
  readonly microcents: number | null;
  /** Local calendar day, YYYY-MM-DD. */
  readonly day: string;
  readonly createdAt: number;
}

/** What is added up: one session's calls, or all that are the user's or nobody's. */
export interface CostScope {
  readonly userId: UserId;
  readonly sessionId: SessionId | null;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** Calls of one model added up; the tokens of those without a price apart, so that they can be priced later. */
export interface CostSum {
  readonly model: string;
  readonly isBackground: boolean;
  readonly isReply: boolean;
  readonly day: string;
  readonly calls: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly estimatedCalls: number;
  readonly microcents: number;
  readonly unpricedCalls: number;
  readonly unpricedPrompt: number;
  readonly unpricedCompletion: number;
}

type SumRow = Omit<CostSum, 'isBackground' | 'isReply'> & {
  readonly isBackground: number;
  readonly isReply: number;
};

/** The user waits for an answer and for the embedding of the question; for nothing else. */
const sums = `SELECT model, day, kind = 'reply' AS isReply,
    NOT (kind IN ('reply', 'second-look') OR (kind = 'embedding' AND turn_id IS NOT NULL)) AS isBackground,
    count(*) AS calls, sum(prompt_tokens) AS promptTokens, sum(completion_tokens) AS completionTokens,
    sum(NOT reported) AS estimatedCalls, coalesce(sum(amount_microcents), 0) AS microcents,
    sum(amount_microcents IS NULL) AS unpricedCalls,
    sum(CASE WHEN amount_microcents IS NULL THEN prompt_tokens ELSE 0 END) AS unpricedPrompt,
    sum(CASE WHEN amount_microcents IS NULL THEN completion_tokens ELSE 0 END) AS unpricedCompletion
  FROM costs`;
const groups = 'GROUP BY model, isReply, isBackground, day ORDER BY day, isBackground, model';

/** What models cost, call by call. */
export function createCostTable(database: Database) {
  const insert = database.prepare(
    `INSERT INTO costs (user_id, session_id, turn_id, kind, model, prompt_tokens, completion_tokens, reported,
       amount_microcents, day, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ofSession = database.prepare<[UserId, SessionId, number], SumRow>(
    `${sums} WHERE user_id = ? AND session_id = ? AND created_at >= ? ${groups}`,
  );
  const ofUser = database.prepare<[UserId, number], SumRow>(
    `${sums} WHERE (user_id = ? OR user_id IS NULL) AND created_at >= ? ${groups}`,
  );
  const ofMonth = database.prepare<[string, string], SumRow>(`${sums} WHERE day >= ? AND day <= ? ${groups}`);
  const free = database
    .prepare<[], string>(`SELECT DISTINCT model FROM costs WHERE kind = 'reply' AND amount_microcents = 0`)
    .pluck();
  const toSum = (row: SumRow): CostSum => ({
    ...row,
    isBackground: row.isBackground === 1,
    isReply: row.isReply === 1,
  });
  return {
    sum: ({ userId, sessionId, since }: CostScope): readonly CostSum[] =>
      (sessionId === null ? ofUser.all(userId, since) : ofSession.all(userId, sessionId, since)).map(toSum),
    /** Of everybody, in a month, YYYY-MM. */
    sumOfMonth: (month: string): readonly CostSum[] => ofMonth.all(`${month}-01`, `${month}-31`).map(toSum),
    /** Models whose answers cost nothing, as those on this computer. */
    freeModels: (): ReadonlySet<string> => new Set(free.all()),
    insert: (row: CostRow): void => {
      insert.run(
        row.userId,
        row.sessionId,
        row.turnId,
        row.kind,
        row.model,
        row.promptTokens,
        row.completionTokens,
        row.reported ? 1 : 0,
        row.microcents,
        row.day,
        row.createdAt,
      );
    },
  };
}

/** See {@link createCostTable}. */
export type CostTable = ReturnType<typeof createCostTable>;
