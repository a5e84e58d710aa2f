import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { ForgetView } from '../../../shared/model/forget';
import type { UserId } from '../../../shared/model/ids';
import type { ForgetStore } from '../../memory/ports/forget-store';
import type { Traces } from '../../memory/forget/traces';
import { checkpointTruncate } from '../../storage/checkpoint-truncate';
import type { StoredForget } from '../../storage/tables/forget-table';
import type { EngineParts } from '../engine-parts';
import { findSession, publicSession } from '../operations/find-session';
import { eraseForgotten, type Erased } from './erase-forgotten';
import { forgetPlaces } from './forget-place';
import { hideMessages, undoForget } from './hide-messages';
import { searchTraces, type TraceSearch } from './search-traces';

/** Something erased since the engine started; kept in memory alone, with what is searched for. */
interface Report extends Erased {
  readonly search: TraceSearch | null;
}

/** Reports kept at once; older ones are taken away. */
const mostReports = 20;

function viewOf(
  forget: StoredForget,
  state: ForgetView['state'],
  messageCount: number,
  search: TraceSearch | null,
): ForgetView {
  const { id, kind, sessionId, dueAt } = forget;
  const { places, filesSearched } = search ?? { places: [], filesSearched: 0 };
  return { id, kind, sessionId, messageCount, state, dueAt, places, filesSearched };
}

function viewOfReport({ forget, messageCount, search }: Report): ForgetView {
  return viewOf(forget, 'erased', messageCount, search);
}

/** The reports of what was erased since the engine started. */
function createReports(parts: EngineParts) {
  const reports = new Map<string, Report>();
  const keep = (report: Report): Report => {
    reports.set(report.forget.id, report);
    const [first] = reports.keys();
    if (reports.size > mostReports && first !== undefined) reports.delete(first);
    return report;
  };
  const search = async (report: Report, traces: Traces): Promise<Report> =>
    keep({ ...report, traces, search: await searchTraces(parts, report.forget.userId, traces) });
  const require = (userId: UserId, forgetId: string): Report => {
    const report = reports.get(forgetId);
    if (report?.forget.userId !== userId) throw new AppError('not-found', catalogue.main.errors.reportGone);
    return report;
  };
  return {
    keep,
    /** Searches, again with other traces, and keeps what was found. */
    search,
    /** Errors: `not-found`. */
    require,
    dismiss: (userId: UserId, forgetId: string): void => {
      reports.delete(require(userId, forgetId).forget.id);
    },
    /** A user's reports, the oldest first; those that were not searched for yet are now. */
    ofUser: async (userId: UserId): Promise<readonly Report[]> => {
      const done: Report[] = [];
      for (const report of [...reports.values()]) {
        if (report.forget.userId !== userId) continue;
        done.push(report.search === null ? await search(report, report.traces) : report);
      }
      return done;
    },
  };
}

/** Deleting, erasing, and the search for what is left. */
export function createForgetOperations(parts: EngineParts): ForgetStore {
  const { database, tables } = parts;
  const reports = createReports(parts);

  return {
    forgetMessages: (input) => {
      const { userId, sessionId } = input;
      const forget = database.transaction(hideMessages).immediate(parts, input);
      const session = publicSession(findSession(tables, userId, sessionId));
      return Promise.resolve({ session, forget: viewOf(forget, 'waiting', forget.messageIds.length, null) });
    },
    undoForget: (input) => {
      database.transaction(undoForget).immediate(parts, input);
      return Promise.resolve(publicSession(findSession(tables, input.userId, input.sessionId)));
    },
    eraseForgotten: async ({ before }) => {
      const { erased, nextAt } = await eraseForgotten(parts, before);
      for (const gone of erased) reports.keep({ ...gone, search: null });
      return { erased: erased.length, nextAt };
    },
    listForgets: async ({ userId }) => {
      const waiting = tables.forgets.all().filter((forget) => forget.userId === userId);
      const done = await reports.ofUser(userId);
      return [
        ...waiting
          .filter(({ id }) => done.every((report) => report.forget.id !== id))
          .map((forget) => viewOf(forget, 'waiting', countOf(parts, forget), null)),
        ...done.map(viewOfReport).toReversed(),
      ];
    },
    forgetPlaces: async ({ userId, forgetId, placeIds }) => {
      const report = reports.require(userId, forgetId);
      const chosen = report.search?.places.filter(({ id }) => placeIds.includes(id)) ?? [];
      const traces = await forgetPlaces(parts, userId, chosen, report.traces);
      checkpointTruncate(database);
      return viewOfReport(await reports.search(report, traces));
    },
    dismissForget: ({ userId, forgetId }) => {
      reports.dismiss(userId, forgetId);
      return Promise.resolve(null);
    },
  };
}

function countOf({ tables }: EngineParts, { kind, userId, sessionId, messageIds }: StoredForget): number {
  return kind === 'messages' ? messageIds.length : tables.reader.count(userId, sessionId);
}
