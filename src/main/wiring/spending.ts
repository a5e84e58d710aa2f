import { calendarDay } from '../../shared/calendar-day';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Emit } from '../../shared/contract/emit';
import type { Logger } from '../../shared/logger';
import type { Settings } from '../../shared/settings';
import { spendingState, type SpendingView } from '../../shared/model/spending';
import type { Clock } from '../memory/ports/clock';
import type { HealthReader } from '../memory/ports/health-reader';

/** What this month has cost, against the cap. */
export interface Spending {
  /** As far as it is known; a new month begins at 0. */
  current(): SpendingView;
  /** Reads it before anything can be asked of a model; nobody is told yet. */
  load(): Promise<void>;
  /** Reads it anew and tells the user when it nears the cap; called after every call that was recorded. */
  refresh(): Promise<void>;
}

const words = catalogue.costs;

/** Makes the account of the month; it knows nothing before it is loaded. */
export function createSpending(ports: {
  readonly engine: Pick<HealthReader, 'readSpending'>;
  readonly settings: () => Settings;
  readonly clock: Pick<Clock, 'now'>;
  readonly emit: Emit;
  readonly logger: Logger;
}): Spending {
  let known = { month: '', microcents: 0, unpricedCalls: 0 };
  /** What the user was told of this month, so that it is said once. */
  let told = '';
  const monthNow = (): string => calendarDay(ports.clock.now()).slice(0, 7);
  const current = (): SpendingView => {
    const month = monthNow();
    const { microcents, unpricedCalls } = known.month === month ? known : { microcents: 0, unpricedCalls: 0 };
    const cap = ports.settings().monthlyCapDollars;
    return { month, microcents, unpricedCalls, capDollars: cap, state: spendingState(microcents, cap) };
  };
  const tell = (): void => {
    const { state, month, capDollars } = current();
    const news = `${month} ${state} ${String(capDollars)}`;
    if (news === told) return;
    told = news;
    if (state === 'below' || capDollars === null) return;
    const text = state === 'reached' ? words.reachedNotice(capDollars) : words.nearNotice(capDollars);
    ports.emit('notice', { text, severity: 'warning' });
  };
  /** Answers whether they could be read. */
  const read = async (): Promise<boolean> => {
    const month = monthNow();
    try {
      known = { month, ...(await ports.engine.readSpending({ month })) };
      return true;
    } catch (error) {
      ports.logger.warn('the month’s costs were not read', {
        error: error instanceof Error ? error.message : '',
      });
      return false;
    }
  };
  return {
    current,
    load: async () => {
      await read();
    },
    refresh: async () => {
      if (!(await read())) return;
      ports.emit('spending-changed', current());
      tell();
    },
  };
}
