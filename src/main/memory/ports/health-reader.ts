import type { HealthReport, StorageReport } from '../../../shared/model/health';
import type { SessionId, UserId } from '../../../shared/model/ids';

/** How the memory fares, in figures. */
export interface HealthReader {
  /** Of one session, or of all the user's (null). Errors: `not-found`. */
  readHealth(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId | null;
    /** Turns at most, the latest. */
    readonly turns: number;
  }): Promise<HealthReport>;
  /** What fills the database; counts are the user's own. */
  readStorage(input: { readonly userId: UserId }): Promise<StorageReport>;
  /** Microcents spent in the month of a local calendar day, by all users, as far as prices are known. */
  readSpending(input: { readonly month: string }): Promise<{
    readonly microcents: number;
    /** Calls whose price is not known. */
    readonly unpricedCalls: number;
  }>;
}
