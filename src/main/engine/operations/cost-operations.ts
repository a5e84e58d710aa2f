import { calendarDay } from '../../../shared/calendar-day';
import { findPrice, microcentsOf } from '../../../shared/model-prices';
import type { CostLog, ModelCall } from '../../memory/ports/cost-log';
import type { EngineParts } from '../engine-parts';

/** What models cost. */
export function createCostOperations(parts: EngineParts): CostLog {
  return {
    recordCost: (call) => Promise.resolve(recordCost(parts, call)),
  };
}

function recordCost({ tables, clock }: EngineParts, call: ModelCall): { readonly microcents: number | null } {
  const { userId, sessionId, turnId, kind, model, promptTokens, completionTokens, reported } = call;
  const now = clock.now();
  const day = calendarDay(now);
  const microcents = priceOf(call, tables.settings.read().modelPrices);
  const counts = { kind, model, promptTokens, completionTokens, reported, microcents, day };
  const isKept = tables.sessions.find(userId, sessionId) !== null;
  tables.costs.insert(
    isKept
      ? { ...counts, userId, sessionId, turnId, createdAt: now }
      : // Not even the hour says whose call it was.
        { ...counts, userId: null, sessionId: null, turnId: null, createdAt: startOfDay(now) },
  );
  return { microcents };
}

function priceOf(
  { model, isLocal, promptTokens: prompt, completionTokens: completion }: ModelCall,
  own: Parameters<typeof findPrice>[1],
): number | null {
  if (isLocal) return 0;
  const price = findPrice(model, own);
  return price === null ? null : microcentsOf(price, { prompt, completion });
}

function startOfDay(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0);
}
