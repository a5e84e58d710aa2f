import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { SessionId, UserId } from '../../../shared/model/ids';
import type { FloorProbe } from '../../memory/ports/floor-store';

/** What was measured for one embedder. */
export interface StoredFloor {
  /** Null where the probes were too few. */
  readonly floor: number | null;
  readonly probes: readonly FloorProbe[];
  readonly measuredAt: number;
}

interface FloorRow {
  readonly floor: number | null;
  readonly probes: string;
  readonly measured_at: number;
}

const probesSchema = z.array(z.object({ source: z.number().nullable(), without: z.number() }));

/** Floors by user and embedder, or what stands for recall by words. Those of an empty name are of a version that did not look at what words mean. */
export function createFloorTable(database: Database) {
  const upsert = database.prepare(
    `INSERT INTO floors (user_id, embedder, floor, probes, measured_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (user_id, embedder) DO UPDATE SET floor = excluded.floor, probes = excluded.probes,
       measured_at = excluded.measured_at`,
  );
  const select = database.prepare<[UserId, string], FloorRow>(
    'SELECT floor, probes, measured_at FROM floors WHERE user_id = ? AND embedder = ?',
  );
  const selectFloor = database
    .prepare<[UserId, string], number | null>('SELECT floor FROM floors WHERE user_id = ? AND embedder = ?')
    .pluck();
  const selectDrawn = database
    .prepare<[UserId, number], number>(
      `SELECT m.seq FROM messages m JOIN sessions s ON s.id = m.session_id
       WHERE m.user_id = ? AND m.seq >= ? AND m.on_path = 1 AND m.deleted_at IS NULL AND m.excluded_at IS NULL
         AND s.deleted_at IS NULL AND m.search_text IS NOT NULL AND length(m.content) BETWEEN 30 AND 4000
       ORDER BY m.seq LIMIT 1`,
    )
    .pluck();
  const selectSpan = database.prepare<[UserId], { first: number | null; last: number | null }>(
    'SELECT min(seq) AS first, max(seq) AS last FROM messages WHERE user_id = ?',
  );
  const selectDue = database.prepare<
    [UserId | null, UserId | null, number, UserId | null, string, number],
    { userId: UserId; sessionId: SessionId }
  >(
    `SELECT s.user_id AS userId, max(s.id) AS sessionId FROM sessions s JOIN users u ON u.id = s.user_id
     WHERE u.deleted_at IS NULL AND s.deleted_at IS NULL AND (? IS NULL OR s.user_id = ?)
     GROUP BY s.user_id
     HAVING sum(s.message_count) >= ? AND (? IS NOT NULL OR NOT EXISTS (
       SELECT 1 FROM floors f WHERE f.user_id = s.user_id AND f.embedder = ? AND f.measured_at > ?))`,
  );

  return {
    write: (userId: UserId, embedder: string, stored: StoredFloor): void => {
      const { floor, probes, measuredAt } = stored;
      upsert.run(userId, embedder, floor, JSON.stringify(probes), measuredAt);
    },
    read: (userId: UserId, embedder: string): StoredFloor | null => {
      const row = select.get(userId, embedder);
      if (row === undefined) return null;
      const parsed = probesSchema.safeParse(JSON.parse(row.probes));
      return { floor: row.floor, measuredAt: row.measured_at, probes: parsed.success ? parsed.data : [] };
    },
    /** The measured floor; null where there is none. */
    floorOf: (userId: UserId, embedder: string): number | null => selectFloor.get(userId, embedder) ?? null,
    /** Rows of messages drawn by numbers in [0, 1), each the next one that recall may find. */
    draw: (userId: UserId, numbers: readonly number[]): readonly number[] => {
      const { first, last } = selectSpan.get(userId) ?? { first: null, last: null };
      if (first === null || last === null) return [];
      const rows = numbers.map((number) =>
        selectDrawn.get(userId, first + Math.floor(number * (last - first))),
      );
      return [...new Set(rows.flatMap((row) => row ?? []))];
    },
    /** Users with at least so many messages, each with a chat; those measured for the embedder since then are left out, unless asked for. */
    due: (userId: UserId | null, leastMessages: number, embedder: string, measuredBefore: number) =>
      selectDue.all(userId, userId, leastMessages, userId, embedder, measuredBefore),
  };
}

/** See {@link createFloorTable}. */
export type FloorTable = ReturnType<typeof createFloorTable>;
