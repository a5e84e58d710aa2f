import type { UserId } from '../../../shared/model/ids';
import type { HealthReader } from '../../memory/ports/health-reader';
import type { HandlerMap } from '../handler-map';

/** What the calls of the Health tab need. */
export interface HealthHandlerPorts {
  readonly engine: HealthReader;
  readonly userId: () => UserId;
}

/** Answers the calls that ask for figures. */
export function createHealthHandlers({
  engine,
  userId,
}: HealthHandlerPorts): Pick<HandlerMap, 'health.report' | 'health.storage'> {
  return {
    'health.report': (input) => engine.readHealth({ userId: userId(), ...input }),
    'health.storage': () => engine.readStorage({ userId: userId() }),
  };
}
