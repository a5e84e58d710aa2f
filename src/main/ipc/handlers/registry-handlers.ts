import type { UserId } from '../../../shared/model/ids';
import type { RegistryReader } from '../../memory/ports/memory-registry';
import type { ContextSettings } from '../../memory/ports/recall';
import type { HandlerMap } from '../handler-map';

/** What the registry's call needs. */
export interface RegistryHandlerPorts {
  readonly engine: RegistryReader;
  readonly userId: () => UserId;
  /** Budgets and model as they hold now. */
  readonly sizing: () => Omit<ContextSettings, 'strategy'>;
}

/** Answers what is held in memory. */
export function createRegistryHandlers(ports: RegistryHandlerPorts): Pick<HandlerMap, 'memory.registry'> {
  return {
    'memory.registry': () =>
      ports.engine.registryStatus({ userId: ports.userId(), settings: ports.sizing() }),
  };
}
