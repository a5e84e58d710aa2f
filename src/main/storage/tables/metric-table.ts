import type { Database } from 'better-sqlite3';
import type { TurnTokens } from '../../../shared/model/health';
import type { SessionId, TurnId, UserId } from '../../../shared/model/ids';

/** One turn's figures as they are kept. */
export interface TurnMetrics extends TurnTokens {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly turnId: TurnId;
  readonly turnNumber: number;
  /** Local calendar day, YYYY-MM-DD. */
  readonly day: string;
}

/** One run of a step. */
export interface StepTime {
  /** Local calendar day, YYYY-MM-DD. */
  readonly day: string;
  readonly step: string;
  readonly ms: number;
}

interface TurnRow {
  readonly turn_id: TurnId;
  readonly session_id: SessionId;
  readonly turn_number: number;
  readonly model: string;
  readonly parts: string;
  readonly window_tokens: number;
  readonly reserve_tokens: number;
  readonly estimated_tokens: number;
  readonly reported_prompt: number | null;
  readonly reported_completion: number | null;
  readonly everything_tokens: number;
  readonly summary_version: number | null;
  readonly created_at: number;
}

const toTokens = (row: TurnRow): TurnTokens => ({
  turnId: row.turn_id,
  sessionId: row.session_id,
  turnNumber: row.turn_number,
  at: row.created_at,
  model: row.model,
  // Written by this program alone, so it is read as typed.
  parts: JSON.parse(row.parts) as TurnTokens['parts'],
  windowTokens: row.window_tokens,
  reserveTokens: row.reserve_tokens,
  estimated: row.estimated_tokens,
  reportedPrompt: row.reported_prompt,
  reportedCompletion: row.reported_completion,
  everything: row.everything_tokens,
  summaryVersion: row.summary_version,
});

/** What turns sent and how long their steps took. */
export function createMetricTable(database: Database) {
  const insertTurn = database.prepare(
    `INSERT INTO turn_metrics (user_id, session_id, turn_id, turn_number, model, parts, window_tokens, reserve_tokens,
       estimated_tokens, reported_prompt, reported_completion, everything_tokens, summary_version, day, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (turn_id) DO NOTHING`,
  );
  const insertStep = database.prepare(
    'INSERT INTO step_times (user_id, session_id, step, ms, day) VALUES (?, ?, ?, ?, ?)',
  );
  const ofSession = database.prepare<[UserId, SessionId, number], TurnRow>(
    'SELECT * FROM turn_metrics WHERE user_id = ? AND session_id = ? ORDER BY id DESC LIMIT ?',
  );
  const ofUser = database.prepare<[UserId, number], TurnRow>(
    'SELECT * FROM turn_metrics WHERE user_id = ? ORDER BY id DESC LIMIT ?',
  );
  const stepsOfSession = database
    .prepare<[UserId, SessionId, string, number], number>(
      'SELECT ms FROM step_times WHERE user_id = ? AND session_id = ? AND step = ? ORDER BY id DESC LIMIT ?',
    )
    .pluck();
  const stepsOfUser = database
    .prepare<[UserId, string, number], number>(
      'SELECT ms FROM step_times WHERE user_id = ? AND step = ? ORDER BY id DESC LIMIT ?',
    )
    .pluck();
  const timesByDay = database.prepare<[UserId, SessionId | null, SessionId | null, string, number], StepTime>(
    `SELECT day, step, ms FROM step_times
     WHERE user_id = ? AND (? IS NULL OR session_id = ?) AND day >= ? ORDER BY id DESC LIMIT ?`,
  );
  const pathTotals = database.prepare<
    [SessionId, UserId, number],
    { readonly messages: number; readonly tokens: number; readonly uncounted: number }
  >(
    `SELECT count(*) AS messages, coalesce(sum(tokens), 0) AS tokens,
       coalesce(sum(CASE WHEN tokens IS NULL THEN length(content) END), 0) AS uncounted
     FROM messages WHERE session_id = ? AND user_id = ? AND on_path = 1 AND deleted_at IS NULL AND depth <= ?`,
  );
  const totals = database.prepare<[UserId], { readonly sessions: number; readonly messages: number }>(
    `SELECT count(*) AS sessions, coalesce(sum(message_count), 0) AS messages FROM sessions
     WHERE user_id = ? AND deleted_at IS NULL`,
  );

  return {
    /** How much a user has. */
    totals: (userId: UserId) => totals.get(userId) ?? { sessions: 0, messages: 0 },
    /** A turn is kept once. Says whether it is new. */
    insertTurn: (turn: TurnMetrics): boolean =>
      insertTurn.run(
        turn.userId,
        turn.sessionId,
        turn.turnId,
        turn.turnNumber,
        turn.model,
        JSON.stringify(turn.parts),
        turn.windowTokens,
        turn.reserveTokens,
        turn.estimated,
        turn.reportedPrompt,
        turn.reportedCompletion,
        turn.everything,
        turn.summaryVersion,
        turn.day,
        turn.at,
      ).changes > 0,
    insertStep: (
      owner: { readonly userId: UserId; readonly sessionId: SessionId },
      { step, ms, day }: { readonly step: string; readonly ms: number; readonly day: string },
    ): void => {
      insertStep.run(owner.userId, owner.sessionId, step, ms, day);
    },
    /** The latest turns of a session, or of all the user's, oldest first. */
    turns: (userId: UserId, sessionId: SessionId | null, limit: number): readonly TurnTokens[] =>
      (sessionId === null ? ofUser.all(userId, limit) : ofSession.all(userId, sessionId, limit))
        .toReversed()
        .map(toTokens),
    /** The latest times of a step, oldest first. */
    times: (userId: UserId, sessionId: SessionId | null, step: string, limit: number): readonly number[] =>
      (sessionId === null
        ? stepsOfUser.all(userId, step, limit)
        : stepsOfSession.all(userId, sessionId, step, limit)
      ).toReversed(),
    /** Times of all steps since a day, the newest first. */
    timesSince: (
      userId: UserId,
      sessionId: SessionId | null,
      day: string,
      limit: number,
    ): readonly StepTime[] => timesByDay.all(userId, sessionId, sessionId, day, limit),
    /** What lies on a path up to a depth: messages, their counted tokens, and the characters of those not counted. */
    pathTotals: (userId: UserId, sessionId: SessionId, depth: number) =>
      pathTotals.get(sessionId, userId, depth) ?? { messages: 0, tokens: 0, uncounted: 0 },
  };
}

/** See {@link createMetricTable}. */
export type MetricTable = ReturnType<typeof createMetricTable>;
