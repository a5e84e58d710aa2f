import type { UserId } from '../../../shared/model/ids';
import type { NetworkEntry } from '../../../shared/model/network';
import type { SpendingView } from '../../../shared/model/spending';
import type { HealthReader } from '../../memory/ports/health-reader';
import type { HandlerMap } from '../handler-map';

/** What the calls of the Health tab need. */
export interface HealthHandlerPorts {
  readonly engine: HealthReader;
  readonly userId: () => UserId;
  readonly spending: () => SpendingView;
  readonly requests: () => readonly NetworkEntry[];
}

/** Answers the calls that ask for figures. */
export function createHealthHandlers({
  engine,
  userId,
  spending,
  requests,
}: HealthHandlerPorts): Pick<
  HandlerMap,
  'health.report' | 'health.storage' | 'health.spending' | 'health.network'
> {
  return {
    'health.report': (input) => engine.readHealth({ userId: userId(), ...input }),
    'health.spending': () => Promise.resolve(spending()),
    'health.network': () => Promise.resolve(requests()),
    'health.storage': () => engine.readStorage({ userId: userId() }),
  };
}
