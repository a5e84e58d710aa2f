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

/** What models cost, call by call. */
export function createCostTable(database: Database) {
  const insert = database.prepare(
    `INSERT INTO costs (user_id, session_id, turn_id, kind, model, prompt_tokens, completion_tokens, reported,
       amount_microcents, day, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
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
