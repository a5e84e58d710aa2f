import type { UserId } from '../../../shared/model/ids';
import type { Engine } from '../../memory/ports/engine';
import type { HandlerMap } from '../handler-map';

/** Answers the calls of the search. */
export function createSearchHandlers(ports: {
  readonly engine: Pick<Engine, 'searchAll' | 'readDetail'>;
  readonly userId: () => UserId;
}): Pick<HandlerMap, 'search.find' | 'search.detail'> {
  const { engine, userId } = ports;
  return {
    'search.find': (input) => engine.searchAll({ userId: userId(), ...input }),
    'search.detail': (input) => engine.readDetail({ userId: userId(), ...input }),
  };
}
