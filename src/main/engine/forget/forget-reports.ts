import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { ForgetView } from '../../../shared/model/forget';
import type { SessionId, UserId } from '../../../shared/model/ids';
import type { Traces } from '../../memory/forget/traces';
import type { EngineParts } from '../engine-parts';
import { searchTraces, type TraceSearch } from './search-traces';

/** What was erased. */
export interface ErasedThing {
  readonly id: string;
  readonly kind: ForgetView['kind'];
  readonly userId: UserId;
  /** Null for a user. */
  readonly sessionId: SessionId | null;
  readonly dueAt: number;
}

/** Something erased since the engine started; kept in memory alone, with what is searched for. */
export interface ForgetReport {
  readonly thing: ErasedThing;
  readonly messageCount: number;
  readonly traces: Traces;
  /** Null until it was searched for. */
  readonly search: TraceSearch | null;
}

/** Reports kept at once; older ones are taken away. */
const mostReports = 20;

/** Whether a user may see a report: of one's own, and of users that are gone, of whom nothing is shown but files. */
function isFor({ thing }: ForgetReport, userId: UserId): boolean {
  return thing.kind === 'user' || thing.userId === userId;
}

/** The reports of what was erased since the engine started. */
export interface ForgetReports {
  readonly keep: (report: ForgetReport) => ForgetReport;
  /** Searches, again with other traces, and keeps what was found. */
  readonly search: (report: ForgetReport, traces: Traces) => Promise<ForgetReport>;
  /** Errors: `not-found`. */
  readonly require: (userId: UserId, forgetId: string) => ForgetReport;
  readonly dismiss: (userId: UserId, forgetId: string) => void;
  /** What a user may see, the oldest first; what was not searched for yet is now. */
  readonly forUser: (userId: UserId) => Promise<readonly ForgetReport[]>;
}

/** Makes an empty {@link ForgetReports}. */
export function createForgetReports(parts: EngineParts): ForgetReports {
  const reports = new Map<string, ForgetReport>();
  const keep = (report: ForgetReport): ForgetReport => {
    reports.set(report.thing.id, report);
    const [first] = reports.keys();
    if (reports.size > mostReports && first !== undefined) reports.delete(first);
    return report;
  };
  const search = async (report: ForgetReport, traces: Traces): Promise<ForgetReport> =>
    keep({ ...report, traces, search: await searchTraces(parts, report.thing.userId, traces) });
  const require = (userId: UserId, forgetId: string): ForgetReport => {
    const report = reports.get(forgetId);
    if (report === undefined || !isFor(report, userId)) {
      throw new AppError('not-found', catalogue.main.errors.reportGone);
    }
    return report;
  };
  return {
    keep,
    search,
    require,
    dismiss: (userId, forgetId) => {
      reports.delete(require(userId, forgetId).thing.id);
    },
    forUser: async (userId) => {
      const done: ForgetReport[] = [];
      for (const report of [...reports.values()]) {
        if (!isFor(report, userId)) continue;
        done.push(report.search === null ? await search(report, report.traces) : report);
      }
      return done;
    },
  };
}
