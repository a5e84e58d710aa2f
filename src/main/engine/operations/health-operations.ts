import { calendarDay } from '../../../shared/calendar-day';
import { findPrice, microcentsOf, type ModelPrice } from '../../../shared/model-prices';
import {
  timedSteps,
  type DayCost,
  type HealthReport,
  type StepDay,
  type ModelCost,
  type StepTimes,
} from '../../../shared/model/health';
import { ranHere } from '../../memory/costs/ran-here';
import { compareWithEverything } from '../../memory/metrics/compare-everything';
import { percentilesOf } from '../../memory/metrics/percentiles';
import type { HealthReader } from '../../memory/ports/health-reader';
import type { StepTime } from '../../storage/tables/metric-table';
import type { CostSum } from '../../storage/tables/cost-table';
import { measureStorage } from '../../storage/measure-storage';
import type { EngineParts } from '../engine-parts';
import { findSession } from './find-session';

/** Runs a step's percentiles are taken over at most, and those shown one by one. */
const weighedRuns = 1_000;
const shownRuns = 40;
/** Days whose times are shown, and the runs they are taken over at most. */
const timedDays = 13;
const dayMs = 86_400_000;
const daysRuns = 20_000;
/** Days whose costs are shown. */
const shownDays = 31;
const offlineName = 'offline';

/** How the memory fares, in figures. */
export function createHealthOperations(parts: EngineParts): HealthReader {
  const { tables } = parts;
  return {
    readHealth: (input) => Promise.resolve(readHealth(parts, input)),
    readStorage: ({ userId }) =>
      Promise.resolve({ ...measureStorage(parts.database), ...tables.metrics.totals(userId) }),
    readSpending: ({ month }) => {
      const own = tables.settings.read().modelPrices;
      const sums = tables.costs.sumOfMonth(month).map((each) => priced(each, own));
      return Promise.resolve({
        microcents: sums.reduce((total, each) => total + each.known, 0),
        unpricedCalls: sums.reduce((total, each) => total + each.unpricedCalls, 0),
      });
    },
  };
}

function readHealth(
  { tables, clock }: EngineParts,
  { userId, sessionId, turns: limit }: Parameters<HealthReader['readHealth']>[0],
): HealthReport {
  if (sessionId !== null) findSession(tables, userId, sessionId);
  const settings = tables.settings.read();
  const own = settings.modelPrices;
  const turns = tables.metrics.turns(userId, sessionId, limit);
  const freeModels = tables.costs.freeModels();
  const sums = tables.costs.sum({ userId, sessionId, since: 0 });
  const since = turns[0]?.at ?? 0;
  const meanwhile = tables.costs.sum({ userId, sessionId, since }).filter(({ isReply }) => !isReply);
  return {
    turns,
    steps: timedSteps.map((step) =>
      stepTimes(step, tables.metrics.times(userId, sessionId, step, weighedRuns)),
    ),
    stepDays: stepDays(
      tables.metrics.timesSince(userId, sessionId, calendarDay(clock.now() - timedDays * dayMs), daysRuns),
    ),
    costs: byModel(sums, own).map((cost) => ({ ...cost, isLocal: ranHere(cost, settings) })),
    days: byDay(sums, own).slice(-shownDays),
    comparison: compareWithEverything(turns, turns.length === 0 ? [] : byModel(meanwhile, own), {
      own,
      isFree: (model) => model === offlineName || freeModels.has(model),
    }),
  };
}

function stepTimes(step: StepTimes['step'], times: readonly number[]): StepTimes {
  return { step, runs: times.length, recent: times.slice(-shownRuns), ...percentilesOf(times) };
}

/** Every step of every day that had one, the newest day first, steps in their order. */
function stepDays(times: readonly StepTime[]): readonly StepDay[] {
  const days = [...new Set(times.map(({ day }) => day))].sort().reverse();
  return days.flatMap((day) =>
    timedSteps.flatMap((step) => {
      const ms = times.filter((time) => time.day === day && time.step === step).map((time) => time.ms);
      return ms.length === 0 ? [] : [{ day, step, runs: ms.length, ...percentilesOf(ms) }];
    }),
  );
}

/** A sum whose calls without a price are priced by today's table, where that knows one. */
function priced(
  sum: CostSum,
  own: readonly ModelPrice[],
): { readonly known: number; readonly unpricedCalls: number } {
  const price = sum.unpricedCalls === 0 ? null : findPrice(sum.model, own);
  if (price === null) return { known: sum.microcents, unpricedCalls: sum.unpricedCalls };
  const late = microcentsOf(price, { prompt: sum.unpricedPrompt, completion: sum.unpricedCompletion });
  return { known: sum.microcents + late, unpricedCalls: 0 };
}

function byModel(
  sums: readonly CostSum[],
  own: readonly ModelPrice[],
): readonly Omit<ModelCost, 'isLocal'>[] {
  const groups = new Map<string, Omit<ModelCost, 'isLocal'>>();
  for (const sum of sums) {
    const key = `${sum.model} ${String(sum.isBackground)}`;
    const { known, unpricedCalls } = priced(sum, own);
    const before = groups.get(key);
    const isKnown = unpricedCalls === 0 && before?.microcents !== null;
    groups.set(key, {
      model: sum.model,
      isBackground: sum.isBackground,
      calls: (before?.calls ?? 0) + sum.calls,
      promptTokens: (before?.promptTokens ?? 0) + sum.promptTokens,
      completionTokens: (before?.completionTokens ?? 0) + sum.completionTokens,
      estimatedCalls: (before?.estimatedCalls ?? 0) + sum.estimatedCalls,
      microcents: isKnown ? (before?.microcents ?? 0) + known : null,
    });
  }
  return [...groups.values()];
}

function byDay(sums: readonly CostSum[], own: readonly ModelPrice[]): readonly DayCost[] {
  const days = new Map<string, DayCost>();
  for (const sum of sums) {
    const { known, unpricedCalls } = priced(sum, own);
    const before = days.get(sum.day);
    days.set(sum.day, {
      day: sum.day,
      calls: (before?.calls ?? 0) + sum.calls,
      tokens: (before?.tokens ?? 0) + sum.promptTokens + sum.completionTokens,
      turnMicrocents: (before?.turnMicrocents ?? 0) + (sum.isBackground ? 0 : known),
      backgroundMicrocents: (before?.backgroundMicrocents ?? 0) + (sum.isBackground ? known : 0),
      unpricedCalls: (before?.unpricedCalls ?? 0) + unpricedCalls,
    });
  }
  return [...days.values()];
}
