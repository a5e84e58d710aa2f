import { calendarDay } from '../../../shared/calendar-day';
import type { SessionId } from '../../../shared/model/ids';
import type { SummaryStore } from '../../memory/ports/summary-store';
import type { EngineParts } from '../engine-parts';

/** Times every summary from its plan to its commit; plans that came to nothing do not count. */
export function timedSummaries<Store extends SummaryStore>(parts: EngineParts, store: Store): Store {
  const { clock, tables, temporary } = parts;
  const begun = new Map<SessionId, number>();
  return {
    ...store,
    planSummary: async (input) => {
      const start = clock.monotonic();
      const plan = await store.planSummary(input);
      if (plan === null) begun.delete(input.sessionId);
      else begun.set(input.sessionId, start);
      return plan;
    },
    commitSummary: async (input) => {
      const { sessionId } = input.plan;
      const committed = await store.commitSummary(input);
      const start = begun.get(sessionId);
      begun.delete(sessionId);
      if (committed !== null && start !== undefined && !temporary) {
        const time = { step: 'summarise', ms: clock.monotonic() - start, day: calendarDay(clock.now()) };
        tables.metrics.insertStep({ userId: input.userId, sessionId }, time);
      }
      return committed;
    },
  };
}
