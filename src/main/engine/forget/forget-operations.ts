import type { ForgetView } from '../../../shared/model/forget';
import type { ForgetStore } from '../../memory/ports/forget-store';
import { checkpointTruncate } from '../../storage/checkpoint-truncate';
import type { StoredForget } from '../../storage/tables/forget-table';
import type { EngineParts } from '../engine-parts';
import { findSession, publicSession } from '../operations/find-session';
import { eraseForgotten } from './erase-forgotten';
import { forgetPlaces } from './forget-place';
import { hideMessages, undoForget } from './hide-messages';
import type { ErasedThing, ForgetReport, ForgetReports } from './forget-reports';
import type { TraceSearch } from './search-traces';

function viewOf(
  { id, kind, sessionId, dueAt }: ErasedThing,
  state: ForgetView['state'],
  messageCount: number,
  search: TraceSearch | null,
): ForgetView {
  const { places, filesSearched } = search ?? { places: [], filesSearched: 0 };
  return { id, kind, sessionId, messageCount, state, dueAt, places, filesSearched };
}

function viewOfReport({ thing, messageCount, search }: ForgetReport): ForgetView {
  return viewOf(thing, 'erased', messageCount, search);
}

/** Deleting, erasing, and the search for what is left. */
export function createForgetOperations(parts: EngineParts, reports: ForgetReports): ForgetStore {
  const { database, tables } = parts;

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
      for (const { forget, ...gone } of erased) reports.keep({ ...gone, thing: forget, search: null });
      return { erased: erased.length, nextAt };
    },
    listForgets: async ({ userId }) => {
      const waiting = tables.forgets.all().filter((forget) => forget.userId === userId);
      const done = await reports.forUser(userId);
      return [
        ...waiting
          .filter(({ id }) => done.every((report) => report.thing.id !== id))
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
